"""What a member writes at: their own drafts, and published entries of their organisation."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from wagtail.models import TaskState, WorkflowState

from portal.access.drafts import is_writer, may_write, writes_all, written_by
from portal.access.enums import Level, Zone
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.access.relations import first_read_by
from portal.desk.contribute.run import run_and_not_written, wrote_since
from portal.records.access_fields import waiting_wish
from portal.records.models import RecordPage
from portal.records.reads import note_read, note_refusal
from portal.records.registry import kind as kind_by_key

MOST = 100
"""Entries in one list."""
WAITING, RETURNED, DRAFT, PUBLISHED, CHANGED = "waiting", "returned", "draft", "published", "changed"
LEFT, CLOSED = "left", "closed"
"""States of what one only reads: written for an organisation that one left, or published for fewer people
(portal.desk.contribute.past_drafts)."""


@dataclass(frozen=True)
class Working:
    """The version of an entry that somebody goes on with; `version` is the key of its revision, 0 for none, and
    `is_writer` whether they are among who wrote it, `is_left` whether their own words are all that they read of
    it (past_drafts.py), `is_part` whether they write the part alone that is for who runs what it is about (`of_runners`
    of its short form)."""

    page: RecordPage
    identity: RecordIdentity
    version: int
    is_writer: bool
    is_left: bool = False
    is_part: bool = False


def working(request, kind, code, author, *, is_part=False):
    """The Working of the entry with that code; Http404 for whoever may not write at it, and for who writes a part of it
    unless `is_part` says that this is asked for.

    Opening it shows it, so that it is noted as read; what answers a form with it notes that itself.
    """
    page, identity = entry_at(kind, code, author.user)
    is_allowed = page and may_write(author.user, identity, is_draft=page.is_unpublished)
    if not is_allowed or not (is_part or writes_all(author.user, identity)):
        note_refusal(request, code=code.upper())
        raise Http404
    if request.method != "POST":
        note_read(request, identity.key)
    return version_for(page, identity, author.user)


def entry_at(kind, code, user):
    """The page of the entry with that code and its identity, which knows how `user` stands to it; a pair of None where
    there is none."""
    identities = RecordIdentity.objects.select_related("owner", "custodian")
    identity = first_read_by(identities.filter(code=code.upper(), kind=kind.key), user)
    page = identity and kind.model.objects.filter(translation_key=identity.key).order_by("pk").first()
    return page, identity


def version_for(page, identity, user):
    """The latest draft for who wrote at it, else what is published: drafts of others are for their writers."""
    is_part = not writes_all(user, identity)
    is_own = bool(wrote_since([page], user)) if is_part else is_writer(user, identity)
    revision = page.latest_revision if is_own else page.live_revision
    if revision is None:
        return Working(page, identity, 0, is_own, is_part=is_part)
    return Working(revision.as_object(), identity, revision.pk, is_own, is_part=is_part)


@dataclass(frozen=True)
class Own:
    """A row of one's own entries: its title as one left it, its state, the reviewer's message, and of what is closed
    to oneself who may read it."""

    title: str
    code: str
    kind: object
    state: str
    message: str
    changed_at: object
    readers: str = ""

    @property
    def is_to_read(self):
        """Whether one only reads what one wrote oneself."""
        return self.state in (LEFT, CLOSED)


def own_entries(user):
    """One's own entries, what was changed last first; of those that others may read only what one may still read."""
    return _rows(still_readable(written_by(user), user), user)


def entries_of_organisation(user):
    """Published entries that one's organisation owns or keeps, for its focal points, without one's own."""
    focal = reader_of(user).deciding.focal_ids
    kept = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(Q(owner__in=focal) | Q(custodian__in=focal))
    published = RecordPage.objects.live().values("translation_key")
    return _rows(kept.filter(pk__in=published).exclude(contributors=user.pk), user)


def entries_one_runs(user):
    """Published entries of which one writes a part, since they name one's organisation to run what they are about."""
    return _rows(run_and_not_written(user), user)


def still_readable(identities, user):
    """Of identities those that were never published, or are still for this reader; of those withdrawn none."""
    published = RecordPage.objects.exclude(first_published_at=None).values("translation_key")
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).values("pk")
    return identities.filter(~Q(pk__in=published) | Q(pk__in=readable), withdrawn_at=None)


def _rows(identities, user):
    by_key = {identity.key: identity for identity in identities}
    pages = RecordPage.objects.filter(translation_key__in=by_key).order_by("-latest_revision_created_at", "-pk")
    found = {}
    for page in pages[: MOST * 3]:
        found.setdefault(page.translation_key, page)
    found = dict(list(found.items())[:MOST])
    states = _states(found.values())
    mine = set(written_by(user).values_list("pk", flat=True))
    since = wrote_since([page for key, page in found.items() if key not in mine], user)
    return [
        _row(page, by_key[key], states.get(str(page.pk)), key in mine or page.pk in since)
        for key, page in found.items()
    ]


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
    """The page as that version of it says, which the form was opened with; as it is worked at where there is none."""
    revision = work.page.revisions.filter(pk=version).first() if version != work.version else None
    return revision.as_object() if revision else work.page


def may_stay_on_device(kind, page):
    """Whether what is typed may be kept on the device over a lost line: where it is meant for everybody, and nobody has
    asked for fewer or published it for fewer."""
    identity = page.identity if kind.short.is_for_all and page.pk else None
    if identity is None:
        return kind.short.is_for_all
    said = waiting_wish(identity) or (identity if page.live else None)
    return said is None or {said.listed_to, said.details_to} == {Level.PUBLIC}
