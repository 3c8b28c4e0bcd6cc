"""A packed file whose bytes are the same whenever the same is put into it."""

import shutil
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that the format knows. When a bundle was made stands on its pages."""
READABLE, UNIX = 0o644 << 16, 3
IN_MEMORY = 1024 * 1024


class Packed:
    """A packed file that is being written, everything in one folder; `parts` are the names so far."""

    def __init__(self, stream, folder):
        self.file, self.folder, self.parts = ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9), folder, []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.file.close()

    def add(self, name, content: str | bytes):
        """Adds a file."""
        self.file.writestr(self._info(name), content, ZIP_DEFLATED, compresslevel=9)

    def add_stream(self, name, stream):
        """Adds a file that was written apart."""
        stream.seek(0)
        with self.file.open(self._info(name), "w") as part:
            shutil.copyfileobj(stream, part)

    @contextmanager
    def apart(self, name):
        """A stream for a file that grows while others are added: only one part can be written at a time."""
        with SpooledTemporaryFile(IN_MEMORY) as stream:
            yield stream
            self.add_stream(name, stream)

    def _info(self, name):
        info = ZipInfo(f"{self.folder}/{name}", NO_TIME)
        info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, READABLE, UNIX
        self.parts.append(name)
        return info
