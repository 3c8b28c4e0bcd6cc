"""Entries of a bundle as PDFs, by a process of its own (press.py)."""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from events.proceedings.printing import can_print
from portal.core.writable import writable

from .press import LENGTH

STYLES = Path(__file__).with_name("parts") / "paper.css"


class NoPress(Exception):
    """This machine makes no PDFs, or stopped making them."""


class Press:
    """Makes PDFs while it is entered."""

    def __enter__(self):
        if not can_print():
            raise NoPress("This machine makes no PDFs: WeasyPrint finds no Pango (README.md, Start).")
        command = [sys.executable, "-m", "portal.offline.press"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=settings.BASE_DIR
        )
        self.styles = STYLES.read_text()
        return self

    def __exit__(self, *error):
        self.process.kill()
        self.process.communicate()

    def pdf_of(self, page: str) -> bytes:
        """The PDF of a page, the same bytes for the same page. Raises NoPress when it ends before it is done."""
        given = json.dumps({"page": writable(page), "styles": self.styles}).encode() + b"\n"
        try:
            self.process.stdin.write(given)
            self.process.stdin.flush()
        except OSError as error:
            raise NoPress("The process that makes PDFs has ended.") from error
        size = int.from_bytes(self.process.stdout.read(LENGTH), "big")
        made = self.process.stdout.read(size)
        if not size or len(made) < size:
            raise NoPress("The process that makes PDFs has ended.")
        return made
