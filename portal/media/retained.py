"""How long files are kept that were sent and never became a document or picture."""

from wagtail.models import UploadedFile

from portal.core.retention import kept_for


@kept_for("Files that were sent to the admin and never saved", days=7)
def unsaved_uploads(before):
    """Wagtail keeps no time of them: that of the file counts."""
    old = [upload for upload in UploadedFile.objects.iterator() if _is_old(upload.file, before)]
    for upload in old:
        upload.file.delete(save=False)
        upload.delete()
    return len(old)


def _is_old(file, before):
    try:
        return file.storage.get_modified_time(file.name) < before
    except FileNotFoundError:
        return True
