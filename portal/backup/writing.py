"""Makes a backup: every row of one moment and every file that they name, while the portal serves."""

import gzip

from django.core.files.storage import default_storage
from django.utils import timezone

from portal.backup import manifest as manifests
from portal.backup import rows
from portal.backup.archive import sealed
from portal.backup.left_out import backed_up
from portal.backup.numbering import last_numbers
from portal.backup.private_files import named_files
from portal.backup.snapshot import snapshot

MEMBER = 4 * 1024 * 1024
"""Bytes of rows, before they are compressed, after which another member of the file begins."""


def write_backup(stream):
    """Writes a whole backup into a stream of bytes and returns its Manifest. Memory does not grow with the portal."""
    with snapshot(), sealed(stream) as archive:
        manifest = manifests.Manifest(timezone.now().isoformat(timespec="seconds"), manifests.applied_migrations())
        manifest.numbers = last_numbers(backed_up().values())
        for label, model in backed_up().items():
            manifest.counts[label] = _add_rows(archive, label, model)
        manifest.missing = [name for name in named_files() if not _add_file(archive, name)]
        manifest.digests = dict(archive.digests)
        archive.add(manifests.NAME, manifest.as_json())
    return manifest


def _add_rows(archive, label, model):
    count, part, gathered = 0, 0, bytearray()
    for line in rows.lines(model):
        count += 1
        gathered += line
        if len(gathered) >= MEMBER:
            _add_part(archive, label, part, gathered)
            part, gathered = part + 1, bytearray()
    if gathered:
        _add_part(archive, label, part, gathered)
    return count


def _add_part(archive, label, part, gathered):
    archive.add(f"rows/{label}/{part:06}.jsonl.gz", gzip.compress(gathered, mtime=0))


def _add_file(archive, name):
    """Adds a private file; False when there is none of that name."""
    try:
        with default_storage.open(name) as file:
            archive.add_stream(f"files/{name}", file.size, file)
    except FileNotFoundError:
        return False
    return True
