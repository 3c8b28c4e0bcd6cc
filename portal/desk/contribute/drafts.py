"""What a member writes at: their own drafts, and published entries of their organisation."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from wagtail.models import PageLogEntry, TaskState, WorkflowState

from portal.access.drafts import may_write
from portal.access.enums import Level, Zone
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.records.access_fields import waiting_wish
from portal.records.models import RecordPage
from portal.records.reads import note_refusal
from portal.records.registry import kind as kind_by_key

MOST = 100
"""Entries in one list."""
WAITING, RETURNED, DRAFT, PUBLISHED, CHANGED = "waiting", "returned", "draft", "published", "changed"


@dataclass(frozen=True)
class Working:
    """The version of an entry that somebody goes on with; `version` is the key of its revision, 0 for none, and
    `is_writer` whether they are among who wrote it."""

    page: RecordPage
    identity: RecordIdentity
    version: int
    is_writer: bool


def working(request, kind, code, author):
    """The Working of the entry with that code; Http404 for whoever may not write at it."""
    identities = RecordIdentity.objects.select_related("owner", "custodian")
    identity = identities.filter(code=code.upper(), kind=kind.key).first()
    page = identity and kind.model.objects.filter(translation_key=identity.key).order_by("pk").first()
    if not page or not may_write(author.user, identity, is_draft=page.is_unpublished):
        note_refusal(request, code=code.upper())
        raise Http404
    return version_for(page, identity, author.user)


def version_for(page, identity, user):
    """The latest draft for who wrote at it, else what is published: drafts of others are for their writers."""
    is_writer = identity.contributors.filter(pk=user.pk).exists()
    revision = page.latest_revision if is_writer else page.live_revision
    if revision is None:
        return Working(page, identity, 0, is_writer)
    return Working(revision.as_object(), identity, revision.pk, is_writer)


@dataclass(frozen=True)
class Own:
    """A row of one's own entries: its title as one left it, its state, and the reviewer's message."""

    title: str
    code: str
    kind: object
    state: str
    message: str
    changed_at: object


def own_entries(user):
    """One's own entries, what was changed last first; of those that others may read only what one may still read."""
    mine = RecordIdentity.objects.filter(contributors=user.pk, withdrawn_at=None)
    return _rows(mine.filter(_written(user)), user)


def entries_of_organisation(user):
    """Published entries that one's organisation owns or keeps, for its focal points, without one's own."""
    focal = reader_of(user).focal_ids
    kept = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(Q(owner__in=focal) | Q(custodian__in=focal))
    published = RecordPage.objects.live().values("translation_key")
    return _rows(kept.filter(pk__in=published).exclude(contributors=user.pk), user)


def _written(user):
    """Never published, or still for this reader."""
    published = RecordPage.objects.exclude(first_published_at=None).values("translation_key")
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).values("pk")
    return ~Q(pk__in=published) | Q(pk__in=readable)


def _rows(identities, user):
    by_key = {identity.key: identity for identity in identities}
    pages = RecordPage.objects.filter(translation_key__in=by_key).order_by("-latest_revision_created_at", "-pk")
    found = {}
    for page in pages[: MOST * 3]:
        found.setdefault(page.translation_key, page)
    states = _states(found.values())
    mine = set(RecordIdentity.objects.filter(contributors=user.pk).values_list("pk", flat=True))
    return [_row(page, by_key[key], states.get(str(page.pk)), key in mine) for key, page in list(found.items())[:MOST]]


def _states(pages):
    """The current review of each page, by its primary key as text."""
    current = WorkflowState.objects.active().filter(object_id__in=[str(page.pk) for page in pages])
    return {state.object_id: state for state in current.select_related("current_task_state").order_by("pk")}


def _row(page, identity, state, is_mine):
    # What others have changed and nobody reviewed is theirs.
    title = page.draft_title if is_mine else page.title
    return Own(
        title=title,
        code=identity.code,
        kind=kind_by_key(identity.kind),
        state=state_of(page, state) if is_mine else PUBLISHED,
        message=message_of(state) if is_mine else "",
        changed_at=page.latest_revision_created_at,
    )


def state_of(page, state):
    """Where the draft of a page stands; `state` is its current review, or None."""
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return WAITING
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return RETURNED
    if not page.live:
        return DRAFT
    return CHANGED if page.has_unpublished_changes else PUBLISHED


def message_of(state):
    """What the reviewer wrote when the draft came back; "" where it did not."""
    task = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES and state.current_task_state
    return task.comment if task and task.status == TaskState.STATUS_REJECTED else ""


def base_of(work, version):
    """The page as that version of it says, which the form was opened with; as it is worked at where there is none.

    For who did not write at it only what was published once: drafts of others are no version of theirs.
    """
    if version == work.version:
        return work.page
    versions = work.page.revisions.filter(pk=version)
    if not work.is_writer:
        versions = versions.filter(pk__in=_published_once(work.page))
    revision = versions.first()
    return revision.as_object() if revision else work.page


def _published_once(page):
    """The keys of the versions of a page that readers have seen."""
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").values("revision")


def may_stay_on_device(kind, page):
    """Whether what is typed may be kept on the device over a lost line: where it is meant for everybody, and nobody has
    asked for fewer or published it for fewer."""
    identity = page.identity if kind.short.is_for_all and page.pk else None
    if identity is None:
        return kind.short.is_for_all
    said = waiting_wish(identity) or (identity if page.live else None)
    return said is None or {said.listed_to, said.details_to} == {Level.PUBLIC}
