"""Puts a bundle in its place, whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.utils import timezone

from .building import Made, write_bundle

READABLE = 0o644
"""It holds nothing that not everybody may read."""


def put_bundle(path: Path, **asked) -> Made:
    """Writes a bundle (write_bundle) to a path; what was there stays until the new one is whole.

    Raises what write_bundle raises, and OSError where the path cannot be written.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        part = Path(stream.name)
        try:
            made = write_bundle(stream, moment=timezone.now(), **asked)
            stream.flush()
            os.fsync(stream.fileno())
            part.chmod(READABLE)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return made
