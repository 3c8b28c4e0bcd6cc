import logging
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def progress(title, is_shown):
    """Yields `tell(done, total)`, which moves a bar beside what is written; Wagtail's lines are left out."""
    quiet = logging.getLogger("wagtail")
    before = quiet.level
    quiet.setLevel(logging.WARNING)
    try:
        with Progress(disable=not is_shown, console=Console(stderr=True)) as bar:
            task = bar.add_task(title, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
    finally:
        quiet.setLevel(before)
