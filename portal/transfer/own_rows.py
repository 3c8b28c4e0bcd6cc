"""What is kept of a person here: taken along with their own data; files that nobody wrote go after a month, and when
their person is forgotten the files go with them (their drafts are the records')."""

from portal.core.retention import kept_for
from portal.directory.own_data import add_part
from portal.transfer.models import Import, ImportState


@kept_for("Spreadsheets that were looked at and never written", days=30)
def files_not_written(before):
    return Import.objects.filter(state=ImportState.PREPARED, made_at__lt=before).delete()[0]


def forget_person(user):
    """What they brought is no longer said to be theirs, nor what was in the files."""
    Import.objects.filter(by=user).delete()


def _imports(user):
    return list(
        Import.objects.filter(by=user).order_by("made_at", "pk").values("made_at", "kind", "file_name", "state")
    )


add_part("imported_files", _imports)
