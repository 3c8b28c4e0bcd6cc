"""Files of published versions that were made once, on the disk of this machine.

A file is found by a digest of all that it says. So whoever may read the same words gets the same file, and one that
says what somebody may not read any more is found by nobody: what they read has another digest.
"""

from pathlib import Path
from shutil import rmtree
from tempfile import NamedTemporaryFile

from django.conf import settings

MOST = 24
"""Files of one version: three languages, some audiences, and what was narrowed since."""


def kept_file(version_pk, digest) -> bytes | None:
    """The file of a version with that digest, or None."""
    try:
        return _path(version_pk, digest).read_bytes()
    except FileNotFoundError:
        return None


def keep_file(version_pk, digest, content: bytes):
    """Keeps a file; of too many the oldest go."""
    path = _path(version_pk, digest)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    # Under its name only when it is whole.
    Path(file.name).replace(path)
    for old in sorted(path.parent.iterdir(), key=_made_at, reverse=True)[MOST:]:
        old.unlink(missing_ok=True)


def forget_files(version_pk):
    """Takes the files of a version away."""
    rmtree(_folder(version_pk), ignore_errors=True)


def forget_old(before, versions: set[int]) -> int:
    """Takes away what was made before that moment, and all that is of no version with one of these primary keys;
    returns how many files."""
    names = set(map(str, versions))
    found = settings.PRINTED_DIR.glob("*/*")
    old = [path for path in found if path.parent.name not in names or _made_at(path) < before.timestamp()]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _made_at(path):
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _folder(version_pk):
    return settings.PRINTED_DIR / str(version_pk)


def _path(version_pk, digest):
    return _folder(version_pk) / digest
