"""A project as `wagtail start` writes it, in a process of its own: the reference for pages."""

import subprocess
import sys
import tempfile
from pathlib import Path

SETTINGS = """
from .base import *
SECRET_KEY = "bench"
DEBUG = False
ALLOWED_HOSTS = ["*"]
LOGGING_CONFIG = None
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""
# Says how many queries a warm page takes, then answers each line of its input with the milliseconds of one.
SERVER = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "stock.settings.bench"
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
call_command("migrate", verbosity=0)
client = Client()
client.get("/")
with CaptureQueriesContext(connection) as captured:
    client.get("/")
print(len(captured), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    assert client.get("/").status_code == 200
    print(1000 * (time.perf_counter() - start), flush=True)
"""


class Stock:
    """The stock project; `get()` asks for its home page once."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        place = Path(self.folder.name)
        wagtail = Path(sys.executable).with_name("wagtail")
        subprocess.run([wagtail, "start", "stock", place], check=True, stdout=subprocess.DEVNULL)
        (place / "stock" / "settings" / "bench.py").write_text(SETTINGS)
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", SERVER],
            cwd=place,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.queries = int(self.process.stdout.readline())

    def get(self):
        """Asks for the page, and returns the milliseconds that it took there."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.folder.cleanup()
