"""Who speaks for an organisation: focal point and deputy, by one decision, by two, or after a contest."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.directory.events import tell_event
from portal.directory.inviting import begin_membership
from portal.directory.models import HandOver, Invitation, Member, Membership, Nomination, Organisation
from portal.directory.rights import is_editor, manages, require, takes_two

ABSENT_AFTER = timedelta(days=182)


@transaction.atomic
def name_focal_point(*, organisation, member, by, is_deputy=False):
    """Lets a member of an organisation speak for it; returns the Membership.

    Raises PermissionDenied for who is neither editor nor focal point there; ValidationError for an authority and while
    it is contested (see `nominate`), for who does not belong to it, and for its only focal point who makes a deputy of
    themselves.
    """
    require(manages(by, organisation))
    if takes_two(organisation):
        raise ValidationError(_("Two editors decide who speaks for this organisation, on a letter of it."))
    membership = _membership(organisation, member)
    _require_active(member)
    if is_deputy:
        _require_another(membership, by, is_deputy=False)
    _speak(membership, is_deputy)
    _settle(organisation, member, by)
    tell_event("focal point named", by=by, organisation=organisation, member=member, is_deputy=is_deputy)
    return membership


@transaction.atomic
def nominate(*, organisation, member, by, reference, is_deputy=False):
    """An editor asks that a member speak for an organisation, on a letter; returns the Nomination for another editor.

    Raises PermissionDenied, or ValidationError without a letter.
    """
    require(is_editor(by))
    if not reference.strip():
        raise ValidationError({"reference": _("Name the letter, for example “DG/2026/114 of 3 March 2026”.")})
    Nomination.objects.filter(organisation=organisation, member=member, decided_at=None).delete()
    nomination = Nomination.objects.create(
        organisation=organisation, member=member, reference=reference.strip(), asked_by=by, is_deputy=is_deputy
    )
    tell_event("focal point asked for", by=by, organisation=organisation, member=member, reference=reference)
    return nomination


@transaction.atomic
def decide_nomination(*, nomination, by, approve):
    """A second editor approves or refuses a nomination; returns the Membership or None.

    Approved for a contested organisation it ends the contest: nobody else speaks for it any more. Raises
    PermissionDenied for who is no editor, asked for it, or is the person; ValidationError when it is decided, and for
    the approval of who has left the community.
    """
    nomination = Nomination.objects.select_for_update().select_related("organisation", "member").get(pk=nomination.pk)
    if nomination.decided_at is not None:
        raise ValidationError(_("Somebody has decided this already."))
    people = {nomination.asked_by_id, nomination.member.user_id}
    require(is_editor(by) and (by.pk not in people or (not approve and by.pk == nomination.asked_by_id)))
    nomination.decided_by, nomination.decided_at, nomination.is_approved = by, timezone.now(), approve
    nomination.save()
    if not approve:
        tell_event("focal point refused", by=by, organisation=nomination.organisation, member=nomination.member)
        return None
    return _approved(nomination, by)


def _approved(nomination, by):
    organisation, member = nomination.organisation, nomination.member
    _require_active(member)
    if organisation.is_frozen:
        _clear_focal_points(organisation)
        organisation.frozen_at, organisation.frozen_because = None, ""
        organisation.save()
    membership = begin_membership(member, organisation)
    _speak(membership, nomination.is_deputy)
    _settle(organisation, member, by)
    facts = {"second": nomination.asked_by, "reference": nomination.reference}
    tell_event("focal point named", by=by, organisation=organisation, member=member, **facts)
    return membership


@transaction.atomic
def freeze(*, organisation, by, reason):
    """Says that it is contested who speaks for an organisation: its focal points decide nothing, nobody joins it.

    What it owns stays as narrow as it is. Raises PermissionDenied for who is no editor, ValidationError without reason.
    """
    require(is_editor(by))
    if not reason.strip():
        raise ValidationError({"reason": _("Say what is contested, and by whom.")})
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if not organisation.is_frozen:
        organisation.frozen_at, organisation.frozen_because = timezone.now(), reason.strip()
        organisation.save()
        tell_event("frozen", by=by, organisation=organisation, reason=reason.strip())
    return organisation


@transaction.atomic
def end_membership(*, organisation, member, by):
    """Ends a membership; it shows on that person's next request. Raises PermissionDenied for who may not,
    ValidationError for who ends their own and is the last who speaks for the organisation."""
    require(manages(by, organisation) or by == member.user)
    membership = _membership(organisation, member)
    _require_another(membership, by)
    membership.is_active = False
    membership.save()
    _take_back_invitations(organisation, invited_by=member.user)
    tell_event("membership ended", by=by, organisation=organisation, member=member)


@transaction.atomic
def start_hand_over(*, organisation, member, cause):
    """Puts before the editors that a focal point seems to be gone; returns the HandOver, the one that waits if any."""
    hand_over, is_new = HandOver.objects.get_or_create(
        organisation=organisation, member=member, decided_at=None, defaults={"cause": cause}
    )
    if is_new:
        tell_event("hand-over started", organisation=organisation, member=member, cause=cause)
    return hand_over


def start_hand_overs(now=None):
    """Starts one for each focal point who has not signed in for six months; returns how many there are new.

    Of whom editors decided in that time is not asked again.
    """
    before = (now or timezone.now()) - ABSENT_AFTER
    rows = Membership.objects.filter(is_focal_point=True, is_active=True, member__is_active=True, began_at__lt=before)
    rows = rows.exclude(member__user__last_login__gte=before).select_related("organisation", "member")
    asked = HandOver.objects.filter(Q(decided_at=None) | Q(decided_at__gte=before))
    known = set(asked.values_list("organisation", "member"))
    new = [row for row in rows if (row.organisation_id, row.member_id) not in known]
    for row in new:
        start_hand_over(organisation=row.organisation, member=row.member, cause=HandOver.Cause.ABSENT)
    return len(new)


@transaction.atomic
def decide_hand_over(*, hand_over, by, is_gone):
    """An editor says that the focal point is gone, who then speaks for the organisation no more, or is still there."""
    require(is_editor(by))
    hand_over = HandOver.objects.select_for_update().select_related("organisation", "member").get(pk=hand_over.pk)
    if hand_over.decided_at is not None:
        raise ValidationError(_("Somebody has decided this already."))
    hand_over.decided_at, hand_over.decided_by = timezone.now(), by
    hand_over.save()
    if is_gone:
        _clear_focal_points(hand_over.organisation, member=hand_over.member)
    what = "focal point gone" if is_gone else "focal point still there"
    tell_event(what, by=by, organisation=hand_over.organisation, member=hand_over.member)


def _membership(organisation, member):
    found = Membership.objects.filter(organisation=organisation, member=member, is_active=True).first()
    if found is None:
        raise ValidationError(_("This person does not belong to the organisation."))
    return found


def _require_another(membership, by, **only):
    """Raises ValidationError for who would leave the organisation without anybody who speaks for it; not for editors,
    who can name somebody."""
    if not membership.is_focal_point or membership.member.user != by or is_editor(by):
        return
    speaking = Membership.objects.filter(organisation=membership.organisation, is_focal_point=True, is_active=True)
    # Of two who go at once one waits here, and then stays.
    locked = [row.pk for row in speaking.order_by("pk").select_for_update()]
    others = speaking.filter(pk__in=locked, member__is_active=True, member__user__is_active=True, **only)
    if not others.exclude(pk=membership.pk).exists():
        raise ValidationError(
            _("Nobody else speaks for this organisation. Name somebody first, or ask the editors under “Hand over”.")
        )


def _require_active(member):
    """Raises ValidationError for a member whose account, or who, is of the community no more."""
    if not Member.objects.filter(pk=member.pk, is_active=True, user__is_active=True).exists():
        raise ValidationError(_("This person has left the community."))


def _speak(membership, is_deputy):
    membership.is_focal_point, membership.is_deputy = True, is_deputy
    membership.save()


def _settle(organisation, member, by):
    """Whoever is named is there: a hand-over that waits about them is done."""
    open_ones = HandOver.objects.filter(organisation=organisation, member=member, decided_at=None)
    open_ones.update(decided_at=timezone.now(), decided_by=by)


def _clear_focal_points(organisation, **only):
    rows = Membership.objects.filter(organisation=organisation, is_focal_point=True, **only)
    _take_back_invitations(organisation, invited_by__in=[row.member.user_id for row in rows.select_related("member")])
    rows.update(is_focal_point=False, is_deputy=False)


def _take_back_invitations(organisation, **by):
    """Nobody comes in by the word of who does not speak for the organisation any more."""
    Invitation.objects.open().filter(organisation=organisation, **by).update(revoked_at=timezone.now())
