"""What somebody wrote for an organisation that they left, or that is frozen: their own words, to read and no more."""

from django.http import Http404
from wagtail.models import Revision

from portal.access.drafts import left_by, may_write
from portal.desk.contribute.authors import contributable
from portal.desk.contribute.drafts import MOST, Own, Working, entry_at, still_readable, version_for
from portal.records.models import RecordPage
from portal.records.reads import note_read, note_refusal
from portal.records.registry import kind as kind_by_key

LEFT = "left"
"""The state of such an entry in a list."""


def to_read(request, kind, code):
    """The Working to look at: what one goes on with, or the version that one saved last of what one has left.

    Raises Http404 for everybody else.
    """
    page, identity = entry_at(kind, code)
    if page and may_write(request.user, identity, is_draft=page.is_unpublished):
        work = version_for(page, identity, request.user)
    else:
        work = page and _left(page, identity, request.user)
    if not work:
        note_refusal(request, code=code.upper())
        raise Http404
    note_read(request, identity.key)
    return work


def _left(page, identity, user):
    if not still_readable(left_by(user), user).filter(pk=identity.pk).exists():
        return None
    own = _versions([page], user).first()
    return own and Working(own.as_object(), identity, own.pk, is_writer=False, is_left=True)


def left_entries(user):
    """An Own of each, what one saved last first; a constant number of queries."""
    kinds = [each.key for each in contributable()]
    identities = still_readable(left_by(user).filter(kind__in=kinds), user).in_bulk()
    pages = {str(page.pk): page for page in RecordPage.objects.filter(translation_key__in=identities)}
    found = {}
    rows = _versions(pages.values(), user)
    for number, title, saved_at in rows.values_list("object_id", "content__title", "created_at"):
        identity = identities[pages[number].translation_key]
        found.setdefault(identity.pk, _row(identity, title, saved_at))
    return list(found.values())[:MOST]


def _versions(pages, user):
    own = Revision.page_revisions.filter(object_id__in=[str(page.pk) for page in pages], user=user.pk)
    return own.order_by("-created_at", "-pk")


def _row(identity, title, saved_at):
    kind = kind_by_key(identity.kind)
    return Own(title=title, code=identity.code, kind=kind, state=LEFT, message="", changed_at=saved_at)
