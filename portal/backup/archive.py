"""The file of a backup: a tar whose last line seals it, so that a damaged byte anywhere is noticed.

Any `tar` can list and unpack it. After the end of the tar stands `sha256:` and the digest of every byte before it.
"""

import hashlib
import io
import tarfile
from contextlib import contextmanager

SEAL = b"sha256:"
SEAL_LENGTH = len(SEAL) + 64 + 1
PIECE = 1024 * 1024


class Damaged(Exception):
    """The file is not, or no longer, what a backup wrote."""


class Counting:
    """A stream to write to that knows the digest of all it was given."""

    def __init__(self, stream):
        self.stream = stream
        self.digest = hashlib.sha256()

    def write(self, piece):
        self.digest.update(piece)
        self.stream.write(piece)
        return len(piece)


class Archive:
    """A tar that is being written, member by member; `digests` are those of its members, by name."""

    def __init__(self, tar):
        self.tar = tar
        self.digests = {}

    def add(self, name, content):
        """A member of these bytes."""
        self.add_stream(name, len(content), io.BytesIO(content))

    def add_stream(self, name, size, stream):
        """A member of `size` bytes, read from the stream piece by piece."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        hashed = Hashed(stream)
        self.tar.addfile(member, hashed)
        self.digests[name] = hashed.digest.hexdigest()


class Hashed:
    """A stream to read from that knows the digest of what was read."""

    def __init__(self, stream):
        self.stream = stream
        self.digest = hashlib.sha256()

    def read(self, size=-1):
        piece = self.stream.read(size)
        self.digest.update(piece)
        return piece


@contextmanager
def sealed(stream):
    """The Archive that goes into a stream of bytes, which need not be a file; sealed when all went well."""
    counting = Counting(stream)
    with tarfile.open(fileobj=counting, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        yield Archive(tar)
    stream.write(SEAL + counting.digest.hexdigest().encode() + b"\n")


def check_seal(path):
    """Reads every byte of the file; raises Damaged unless it ends in the seal of all that stands before."""
    left = path.stat().st_size - SEAL_LENGTH
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while left > 0 and (piece := file.read(min(PIECE, left))):
            digest.update(piece)
            left -= len(piece)
        if left or file.read() != SEAL + digest.hexdigest().encode() + b"\n":
            raise Damaged("it is damaged, cut off, or no backup of the portal: its seal does not fit its bytes")


def members(path):
    """Each member of the tar as a pair of name and Hashed stream, one after the other; read it before the next one."""
    with tarfile.open(path, mode="r|") as tar:
        for member in tar:
            yield member.name, Hashed(tar.extractfile(member))
