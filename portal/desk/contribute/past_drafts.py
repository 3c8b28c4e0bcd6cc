"""What somebody wrote and works at no more: their own words, to read and no more.

Written for an organisation that they left, or that is frozen; or published for fewer people than them, as a holding is
whose author does not speak for its owner or keeper.
"""

from django.db.models import Q
from django.http import Http404
from wagtail.models import Revision

from portal.access.drafts import left_by, may_write, written_by
from portal.access.enums import Level, Zone
from portal.access.models import RecordIdentity
from portal.desk.contribute.authors import contributable
from portal.desk.contribute.drafts import CLOSED, LEFT, MOST, Own, Working, entry_at, still_readable, version_for
from portal.records.models import RecordPage
from portal.records.reads import note_read, note_refusal
from portal.records.registry import kind as kind_by_key


def to_read(request, kind, code):
    """The Working to look at: what one goes on with, or the version that one saved last of what one only reads.

    Raises Http404 for everybody else.
    """
    page, identity = entry_at(kind, code, request.user)
    if page and may_write(request.user, identity, is_draft=page.is_unpublished):
        work = version_for(page, identity, request.user)
    else:
        work = page and _own_words(page, identity, request.user)
    if not work:
        note_refusal(request, code=code.upper())
        raise Http404
    note_read(request, identity.key)
    return work


def _own_words(page, identity, user):
    if not _to_read(user).filter(pk=identity.pk).exists():
        return None
    own = _versions([page], user).first()
    return own and Working(own.as_object(), identity, own.pk, is_writer=False, is_left=True)


def left_entries(user):
    """An Own of each, what one saved last first; a constant number of queries."""
    kinds = [each.key for each in contributable()]
    identities = _to_read(user).filter(kind__in=kinds).in_bulk()
    closed = set(_closed_to(user).values_list("pk", flat=True))
    pages = {str(page.pk): page for page in RecordPage.objects.filter(translation_key__in=identities)}
    found = {}
    rows = _versions(pages.values(), user)
    for number, title, saved_at in rows.values_list("object_id", "content__title", "created_at"):
        identity = identities[pages[number].translation_key]
        found.setdefault(identity.pk, _row(identity, title, saved_at, identity.pk in closed))
    return list(found.values())[:MOST]


def _to_read(user):
    left, closed = still_readable(left_by(user), user), _closed_to(user)
    return RecordIdentity.objects.filter(Q(pk__in=left.values("pk")) | Q(pk__in=closed.values("pk")))


def _closed_to(user):
    """The identities of what `user` wrote and others read now, but not they."""
    published = RecordPage.objects.live().values("translation_key")
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).values("pk")
    return written_by(user).filter(pk__in=published, withdrawn_at=None).exclude(pk__in=readable)


def _versions(pages, user):
    own = Revision.page_revisions.filter(object_id__in=[str(page.pk) for page in pages], user=user.pk)
    return own.order_by("-created_at", "-pk")


def _row(identity, title, saved_at, is_closed):
    return Own(
        title=title,
        code=identity.code,
        kind=kind_by_key(identity.kind),
        state=CLOSED if is_closed else LEFT,
        message="",
        changed_at=saved_at,
        readers=Level(identity.details_to).label if is_closed else "",
    )
