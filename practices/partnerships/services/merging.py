"""Makes one of two similar ideas: one goes on, with the authors, partners and supporters of both."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import add_contributors_of
from portal.community.following import follow_on
from portal.directory.rights import require
from practices.partnerships.inviting import ask_again
from practices.partnerships.models.life import IdeaChange, IdeaSupport
from practices.partnerships.rights import may_move
from practices.partnerships.states import MERGED, may_follow, stands

from .moving import merged_state, moved

LEVELS = ("listed_to", "details_to")


@transaction.atomic
def merge_ideas(*, other: RecordIdentity, into: RecordIdentity, reason: str, by) -> IdeaChange:
    """Puts `other` into the state “merged”: it goes on under `into`; returns the step of its timeline.

    Who wrote `other` and may read `into` writes there from now on, too, and who follows or supports it as a member
    follows or supports that. An organisation speaks for itself: what it said of `other` stays there, and it is asked
    what it says of `into`. Raises PermissionDenied for who may not move both, ValidationError when one of them is no
    longer at a point where that can be, when more people may know of `into` or read it, and for a reason as
    `change_state`.
    """
    rows = RecordIdentity.objects.select_for_update(no_key=True).order_by("pk").in_bulk([other.pk, into.pk])
    other, into = rows[other.pk], rows[into.pk]
    require(may_move(by, other) and may_move(by, into))
    _require_two(other, into)
    change = moved(other, merged_state(), reason=reason, by=by, merged_into=into)
    add_contributors_of(identity=into, other=other, by=by)
    follow_on(identity=other, into=into)
    _carry_support(other, into)
    ask_again(other, into)
    announce(into.key)
    return change


def _require_two(other, into):
    if other == into:
        raise ValidationError({"into": _("Choose another idea.")})
    if MERGED not in may_follow(stands(other.key).state):
        raise ValidationError(_("This idea is too far to go on under another one."))
    if not stands(into.key).is_open:
        raise ValidationError({"into": _("That idea is over: nothing can go on under it.")})
    if any(Level(getattr(into, name)).rank < Level(getattr(other, name)).rank for name in LEVELS):
        raise ValidationError({"into": _("More people may see that idea than this one. Let that go on under this.")})


def _carry_support(other, into):
    """Of members, each once: it is counted, and names nobody."""
    there = IdeaSupport.objects.filter(identity=into, organisation=None).exclude(by=None).values("by")
    mine = IdeaSupport.objects.filter(identity=other, organisation=None, by__isnull=False)
    mine.exclude(by__in=there).update(identity=into)
