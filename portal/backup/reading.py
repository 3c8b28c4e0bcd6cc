"""Reads a backup: all of it once to see that it is whole, and then what is in it."""

from portal.backup.archive import Damaged, check_seal, members
from portal.backup.left_out import backed_up
from portal.backup.manifest import NAME, check_migrations, read_manifest

PIECE = 1024 * 1024


def checked(path):
    """The Manifest of a whole backup. Raises Damaged, or NotForThisPortal for one of another format or version."""
    check_seal(path)
    digests, manifest = {}, None
    for name, stream in members(path):
        if name == NAME:
            manifest = read_manifest(stream.read())
        else:
            digests[name] = digest_of(stream)
    if manifest is None or manifest.digests != digests:
        raise Damaged("its members are not those that it lists")
    return manifest


def checked_for_here(path):
    """The Manifest of a whole backup that fits the tables of this database; raises as `checked` does."""
    manifest = checked(path)
    check_migrations(manifest)
    if unknown := sorted(manifest.counts.keys() ^ backed_up().keys()):
        raise Damaged(f"it has other tables than this portal: {', '.join(unknown)}")
    return manifest


def contents(path, manifest):
    """Each member but the manifest: its name, and its stream, which is checked once more while it is read."""
    for name, stream in members(path):
        if name != NAME:
            yield name, stream
            if digest_of(stream) != manifest.digests.get(name):
                raise Damaged(f"{name} changed while it was read")


def digest_of(stream):
    """The digest of all that a Hashed stream has given and still gives."""
    while stream.read(PIECE):
        pass
    return stream.digest.hexdigest()
