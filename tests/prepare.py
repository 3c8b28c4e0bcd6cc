"""`python -m tests.prepare`: makes the database that every process of the suite begins with (tests.made), if it is not
there: the processes then need not wait for it."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
django.setup()

from tests.made import prepare  # noqa: E402

if __name__ == "__main__":
    prepare()
