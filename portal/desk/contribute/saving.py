"""Keeps what a screen was answered with as a draft: a new one once, an old one never over somebody else's words."""

from django.db import transaction
from django.http import Http404
from wagtail.models import Locale

from portal.access.drafts import may_write, writes_all
from portal.access.models import RecordIdentity
from portal.access.services import add_contributor
from portal.core.form_keys import one_at_a_time
from portal.core.languages import reading_language
from portal.desk.contribute.conflicts import Clash, clashes, copy_parts, said, worded
from portal.desk.contribute.filling import begin
from portal.records.short_forms import name_of
from portal.records.submissions import save_draft

MINE, THEIRS = "mine", "theirs"


class ChangedByOthers(Exception):
    """Somebody changed the same parts meanwhile: holds the Clashes and the version to compare with."""

    def __init__(self, found, version):
        super().__init__("changed by others")
        self.clashes, self.version = found, version


def new_page(kind, user, key):
    """An unsaved page of the kind, in the language in which its writer reads."""
    locale = Locale.objects.get(language_code=reading_language())
    return kind.model(locale=locale, live=False, owner=user, translation_key=key)


def already_made(kind, key, user):
    """The page that an earlier sending of the same form made; None where there is none.

    Raises Http404 where the key is that of something else.
    """
    identity = RecordIdentity.objects.filter(pk=key).first()
    if identity is None:
        return None
    page = kind.model.objects.filter(translation_key=key).order_by("pk").first()
    if page is None or not may_write(user, identity, is_draft=page.is_unpublished):
        raise Http404
    return page


@transaction.atomic
def create(screen, organisation):
    """Puts the page of a valid screen below its list and keeps it as a draft; returns the page, that of an earlier
    sending of the same form where there is one."""
    page, user = screen.page, screen.author.user
    one_at_a_time(user)
    if found := already_made(screen.kind, page.translation_key, user):
        return found
    screen.apply()
    begin(page, organisation)
    screen.kind.short.fill(page, organisation)
    owner = {"owner": organisation} if screen.kind.short.is_owner(screen.answers) else {}
    page.begins_with = {"custodian": organisation, **owner}
    (index_model,) = screen.kind.model.allowed_parent_page_models()
    index_model.objects.get(locale=page.locale).add_child(instance=page)
    save_draft(page=page, by=user)
    return page


@transaction.atomic
def save(screen, version, choices, seen=None):
    """Keeps the answers of a valid screen as a draft of its page, which was read as `version`; None for a form that was
    opened before there was a page.

    `choices` say by name whose text is kept where both changed the same, MINE or THEIRS; they were made in sight of the
    version `seen`. Raises ChangedByOthers where one is missing, ValidationError while the entry waits for review.
    Nothing is written when nothing changed. Returns the version that a form which stays open goes on from: the new one,
    or still its own where it does not show all that is in the new one.
    """
    screen.apply()
    screen.kind.short.fill(screen.page, screen.organisation)
    mine = said(screen.page, screen)
    identity = RecordIdentity.objects.select_for_update().get(pk=screen.page.translation_key)
    stored = type(screen.page).objects.filter(translation_key=identity.key).order_by("pk").first()
    target, now = screen.page, stored.latest_revision_id or 0
    changed = [name for name in screen.names if mine[name] != screen.before[name]]
    if now != version and changed:
        target = stored.get_latest_revision_as_object()
        choices = choices if seen == now else {}
        changed = _to_keep(screen, target, (screen.before, mine, said(target, screen)), choices, now)
        copy_parts(screen.page, target, changed, screen)
    if not changed:
        return version
    screen.kind.short.fill(target, screen.organisation)
    if writes_all(screen.author.user, identity):
        # Who only runs it is not among its writers: that would let them ask for who may see it.
        add_contributor(identity=identity, by=screen.author.user)
    revision = save_draft(page=target, by=screen.author.user)
    return revision.pk if target is screen.page and not screen.has_moved else version


@transaction.atomic
def save_access(page, identity, *, by, asked):
    """Keeps what was asked for about who may see an entry with its latest draft, and counts `by` among its writers.

    Raises as `save_draft`, and ChangedMeanwhile; nothing is written then.
    """
    latest = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    add_contributor(identity=identity, by=by)
    save_draft(page=latest, by=by, access=asked)


def _to_keep(screen, target, texts, choices, now):
    """The names of one's own parts that go into the latest draft."""
    before, mine, theirs = texts
    both = clashes(screen, before, mine, theirs)
    if any(choices.get(name) not in (MINE, THEIRS) for name in both):
        raise ChangedByOthers([_clash(name, screen, target) for name in both], now)
    return [
        name for name in screen.names
        if mine[name] not in (before[name], theirs[name]) and choices.get(name) != THEIRS
    ]  # fmt: skip


def _clash(name, screen, target):
    part = next(part for part in screen.parts if name_of(part) == name)
    label = screen.rows[name].label if name in screen.rows else screen.fields_form.fields[name].label
    return Clash(name, str(label), worded(screen.page, part, screen), worded(target, part, screen))
