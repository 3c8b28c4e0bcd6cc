import logging
from contextlib import contextmanager

from rich.progress import Progress


@contextmanager
def progress(title, is_shown):
    """Yields `tell(done, total)`, which moves a bar on the terminal; Wagtail's line for each page is left out."""
    logging.getLogger("wagtail").setLevel(logging.WARNING)
    with Progress(disable=not is_shown) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
