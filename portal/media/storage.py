from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Files that no web server may reach: `records/files.py` serves them, when a readable record shows them."""

    def __init__(self, **options):
        super().__init__(**{"file_permissions_mode": 0o640, "directory_permissions_mode": 0o750, **options})
