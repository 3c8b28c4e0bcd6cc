"""What the buttons of an organisation's people do; each says in a sentence what it did."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from portal.core.marks import marked
from portal.desk.joining.forms import FreezeForm, NominationForm
from portal.directory.inviting import invite, revoke, waiting_for_address
from portal.directory.models import HandOver, Member, Nomination
from portal.directory.speaking import (
    decide_hand_over,
    decide_nomination,
    end_membership,
    freeze,
    name_focal_point,
    nominate,
)


def named_row(queryset, request):
    """The row of a queryset that the button names. Raises Http404."""
    found = marked(queryset, request.POST.get("id", ""))
    if found is None:
        raise Http404
    return found


def _member(request, organisation):
    return named_row(Member.objects.filter(memberships__organisation=organisation), request)


def _typed(form):
    """The clean values of a form of one line. Raises ValidationError with what is wrong with them."""
    if not form.is_valid():
        raise ValidationError([text for texts in form.errors.values() for text in texts])
    return form.cleaned_data


def invited(*, by, organisation, email, **values):
    """Invites, and says whether an older link ends with it. Raises as `invite` does."""
    earlier = waiting_for_address(email, organisation).first()
    invite(by=by, organisation=organisation, email=email, **values)
    if earlier is None:
        return _("The invitation is on its way.")
    day = formats.date_format(timezone.localtime(earlier.invited_at), "j F Y")
    return _("Already invited on %(day)s: a new link is on its way, and the older one ends.") % {"day": day}


def _end(request, organisation):
    end_membership(organisation=organisation, member=_member(request, organisation), by=request.user)
    return _("The membership is ended.")


def _name(request, organisation, is_deputy=False):
    member = _member(request, organisation)
    name_focal_point(organisation=organisation, member=member, by=request.user, is_deputy=is_deputy)
    return _("They speak for the organisation now.")


def _name_deputy(request, organisation):
    return _name(request, organisation, is_deputy=True)


def _revoke(request, organisation):
    revoke(invitation=named_row(organisation.invitations.open(), request), by=request.user)
    return _("The invitation is taken back.")


def _nominate(request, organisation):
    values = _typed(NominationForm(request.POST))
    nominate(organisation=organisation, member=_member(request, organisation), by=request.user, **values)
    return _("Another editor decides now.")


def _decide(request, organisation, approve):
    nomination = named_row(Nomination.objects.filter(organisation=organisation), request)
    decide_nomination(nomination=nomination, by=request.user, approve=approve)
    return _("They speak for the organisation now.") if approve else _("It is refused.")


def _freeze(request, organisation):
    freeze(organisation=organisation, by=request.user, **_typed(FreezeForm(request.POST)))
    return _("Nobody decides for this organisation now, and nobody can join it.")


def _hand_over(request, organisation, is_gone):
    hand_over = named_row(HandOver.objects.filter(organisation=organisation), request)
    decide_hand_over(hand_over=hand_over, by=request.user, is_gone=is_gone)
    return _("They no longer speak for the organisation.") if is_gone else _("They still speak for the organisation.")


ACTIONS = {
    "end": _end,
    "name": _name,
    "deputy": _name_deputy,
    "revoke": _revoke,
    "nominate": _nominate,
    "approve": lambda request, organisation: _decide(request, organisation, approve=True),
    "refuse": lambda request, organisation: _decide(request, organisation, approve=False),
    "freeze": _freeze,
    "gone": lambda request, organisation: _hand_over(request, organisation, is_gone=True),
    "there": lambda request, organisation: _hand_over(request, organisation, is_gone=False),
}
"""By the button's value, what it does for one organisation."""
