from pathlib import PurePosixPath

from django.core.files.storage import FileSystemStorage

from portal.core.codes import draw

LENGTH_OF_NAMES = 26
"""Characters of five bits each: nobody finds a file by guessing."""


class PrivateStorage(FileSystemStorage):
    """Files that no web server may reach: `records/files.py` serves them, when a readable record shows them.

    What is stored has a random name, so that an address tells nothing of its file and cannot be counted up.
    """

    def __init__(self, **options):
        super().__init__(**{"file_permissions_mode": 0o640, "directory_permissions_mode": 0o750, **options})

    def generate_filename(self, filename):
        """The folder and the ending of `filename`, with a random name between them."""
        path = PurePosixPath(super().generate_filename(filename))
        return str(path.with_name(f"{draw(LENGTH_OF_NAMES).lower()}{path.suffix.lower()}"))
