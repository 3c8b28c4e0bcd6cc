"""Published entries that name one's organisation to run what they are about, such as events: one writes a part of them
(`of_runners` of the short form) without being among their writers."""

from wagtail.models import Revision

from portal.access.drafts import writing_all
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.access.runners import run_by


def run_and_not_written(user):
    """The identities of those of which `user` may write a part alone."""
    reader = reader_of(user).deciding
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(run_by(reader), withdrawn_at=None)
    return readable.exclude(writing_all(reader))


def wrote_since(pages, user) -> set[int]:
    """The primary keys of those pages at whose drafts `user` wrote since they were published: of who is none of the
    writers of an entry the versions alone say it. One query."""
    published = {str(page.pk): page.live_revision_id or 0 for page in pages}
    versions = Revision.page_revisions.filter(object_id__in=published, user=user.pk)
    return {int(page) for page, pk in versions.values_list("object_id", "pk") if pk > published[page]}
