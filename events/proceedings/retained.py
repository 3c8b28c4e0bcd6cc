"""How long files are kept that were made of published proceedings."""

from events.proceedings.keeping import forget_old
from events.proceedings.models import ProceedingsVersion
from portal.core.retention import kept_for


@kept_for("Files that were made of published proceedings", days=30)
def files(before):
    """Those of versions that are gone or were taken back go at once."""
    versions = ProceedingsVersion.objects.filter(taken_back_at=None).values_list("pk", flat=True)
    return forget_old(before, set(versions))
