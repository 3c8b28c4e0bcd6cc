"""The private files that rows name: originals and documents, no renditions."""

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db.models import FileField

from portal.backup.left_out import backed_up
from portal.backup.rows import AT_ONCE, columns


def named_files():
    """The name of each file that the rows of a table of the backup name."""
    for model in backed_up().values():
        for field in columns(model):
            if isinstance(field, FileField):
                names = model._base_manager.order_by(field.attname).values_list(field.attname, flat=True).distinct()
                yield from (name for name in names.iterator(chunk_size=AT_ONCE) if name)


def put_back(name, stream):
    """Writes a file under its own name, in the place of what may stand there."""
    default_storage.delete(name)
    written = default_storage.save(name, File(stream, name=name))
    if written != name:
        default_storage.delete(written)
        raise OSError(f"the file {name} could not be written under its name")
