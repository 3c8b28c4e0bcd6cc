"""Changes of trusted organisations to their own entries go out at once; some of them are looked at afterwards.

Trust is given and taken by two editors each time. It never shows an entry to more people: what asks for another access,
or says what its readers may not read, waits for a review as ever.
"""

from datetime import timedelta
from random import Random

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from portal.access.models import AccessWish, PartiesWish, RecordIdentity
from portal.access.readers import reader_of
from portal.access.services import log_people
from portal.directory.models import Membership
from portal.directory.rights import is_editor, require
from portal.records.linter.gate import refusal, told_of
from portal.records.models import Release, Trust
from portal.records.named_owners import to_be_told

EVERY = 10
"""One of so many changes of an organisation is looked at."""


@transaction.atomic
def ask_trust(*, organisation, by, reason):
    """Asks that an organisation be trusted. Raises PermissionDenied, ValidationError (no reason, or asked already)."""
    require(is_editor(by))
    _require_reason(reason)
    if Trust.objects.filter(organisation=organisation).exists():
        raise ValidationError(_("It is trusted, or somebody has asked for it."))
    log_people("trust asked", by=by, organisation=organisation, reason=reason)
    return Trust.objects.create(organisation=organisation, reason=reason, asked_by=by)


@transaction.atomic
def approve_trust(*, organisation, by):
    """The second editor's yes. Raises PermissionDenied for who is no editor or asked, and when nothing waits."""
    trust = _locked(organisation, given_at=None)
    require(is_editor(by) and trust.asked_by not in (None, by))
    trust.given_by, trust.given_at = by, timezone.now()
    trust.save()
    log_people("trust given", by=trust.asked_by, second=by, organisation=organisation, reason=trust.reason)


@transaction.atomic
def ask_end(*, organisation, by, reason):
    """Asks that the trust end, or that what was only asked for be taken back. Raises PermissionDenied, or
    ValidationError without a reason."""
    require(is_editor(by))
    _require_reason(reason)
    trust = _locked(organisation)
    trust.end_asked_by, trust.end_reason = by, reason
    trust.save()
    log_people("end of trust asked", by=by, organisation=organisation, reason=reason)


@transaction.atomic
def approve_end(*, organisation, by):
    """The second editor's yes to that."""
    trust = _locked(organisation, end_asked_by__isnull=False)
    require(is_editor(by) and trust.end_asked_by != by)
    log_people("trust ended", by=trust.end_asked_by, second=by, organisation=organisation, reason=trust.end_reason)
    trust.delete()


def trust_at_merge(*, keep, drop, by, reason):
    """What becomes of trust when `drop` is merged into `keep`, which one decides alone: it goes on where both had it;
    where one had it, two editors give it anew."""
    rows = Trust.objects.filter(organisation__in=[keep, drop])
    given = rows.filter(given_at__isnull=False)
    ends = rows if given.count() == 1 else rows.filter(organisation=drop)
    for trust in ends.select_related("organisation"):
        log_people("trust ended", by=by, organisation=trust.organisation, reason=reason)
    ends.delete()


@transaction.atomic
def let_out(*, page, by):
    """Publishes the latest draft of a published entry as sent by `by`, and returns its Release; None when it is not
    theirs to let out, or has to wait for a review."""
    if not page.live:
        return None
    # Locked before anything is asked of it: nobody asks for another access between the question and the publishing.
    identity = RecordIdentity.objects.select_for_update().filter(pk=page.key).first()
    if identity is None or not is_trusted_with(identity, by):
        return None
    revision = page.get_latest_revision()
    if not _written_by(identity.owner, page, revision) or not _is_no_wider(revision, identity):
        return None
    # Two at once are counted one after the other, so that one of ten is chosen.
    _locked(identity.owner, given_at__isnull=False)
    revision.publish(user=by, skip_permission_checks=True)
    return Release.objects.create(
        organisation=identity.owner, key=identity.key, code=identity.code, revision=revision.pk, by=by,
        is_sampled=_is_chosen(identity.owner),
    )  # fmt: skip


def is_trusted_with(identity, by):
    """Whether a trusted organisation owns the entry, nobody contests who speaks for it, and `by` belongs to it."""
    owner = identity.owner
    if owner is None or owner.is_frozen or identity.withdrawn_at is not None:
        return False
    is_trusted = Trust.objects.filter(organisation=owner, given_at__isnull=False).exists()
    return is_trusted and owner.pk in reader_of(by).organisation_ids


def _is_no_wider(revision, identity):
    """Whether publishing it shows nothing to anybody new, and nothing that its readers may not read."""
    if any(model.objects.filter(identity=identity).exists() for model in (AccessWish, PartiesWish)):
        return False
    draft = revision.as_object()
    return draft.go_live_at is None and not refusal(told_of(draft), identity) and not to_be_told(draft, identity)


@transaction.atomic
def look_at(*, release, by):
    """Notes that an editor has looked at a sampled change. Raises PermissionDenied, also when another one has."""
    require(is_editor(by))
    waiting = Release.objects.filter(pk=release.pk, is_sampled=True, seen_at=None)
    require(waiting.update(seen_at=timezone.now(), seen_by=by))


@transaction.atomic
def sample_last_month(now=None):
    """Of each organisation that let something out last month, nothing of which was chosen, chooses one; how many."""
    now = now or timezone.now()
    end = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    begin = (end - timedelta(days=1)).replace(day=1)
    let_out_then = Release.objects.filter(at__gte=begin, at__lt=end)
    chosen = let_out_then.filter(is_sampled=True).values("organisation")
    by_organisation = {}
    for pk, organisation in let_out_then.exclude(organisation__in=chosen).values_list("pk", "organisation__key"):
        by_organisation.setdefault(organisation, []).append(pk)
    picked = [_dice(key, f"{begin:%Y-%m}").choice(sorted(pks)) for key, pks in by_organisation.items()]
    return Release.objects.filter(pk__in=picked).update(is_sampled=True)


def _is_chosen(organisation):
    number = Release.objects.filter(organisation=organisation).count()
    return number % EVERY == _dice(organisation.key, number // EVERY).randrange(EVERY)


def _dice(key, what):
    """Chance that nobody outside can foresee, and that comes out the same when it is asked again."""
    return Random(f"{settings.SECRET_KEY}:{key}:{what}")


def _written_by(owner, page, revision):
    """Whether everybody who wrote at the draft since it was published belongs to its owner."""
    since = page.live_revision_id or 0
    versions = Revision.page_revisions.filter(object_id=str(page.pk), pk__gt=since, pk__lte=revision.pk)
    writers = set(versions.values_list("user", flat=True))
    members = Membership.objects.filter(organisation=owner, is_active=True, member__is_active=True)
    return bool(writers) and writers <= set(members.values_list("member__user", flat=True))


def _locked(organisation, **state):
    trust = Trust.objects.select_for_update().filter(organisation=organisation, **state).first()
    if trust is None:
        raise PermissionDenied
    return trust


def _require_reason(reason):
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")})
