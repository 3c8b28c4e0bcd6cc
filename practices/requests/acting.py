"""What each button of a request does: its form, and the service behind it. One table for the page and for mails."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from portal.core.refusals import refused_in
from practices.requests import services
from practices.requests.enums import Act, Subject, Way
from practices.requests.forms import (
    AskLongerForm,
    DecideForm,
    DestroyedForm,
    HandOverForm,
    LongerForm,
    NoteForm,
    ReceivedForm,
)
from practices.requests.resting import agreements_for, labelled
from practices.requests.services.deciding import decides_by_letter
from practices.requests.sides import may

DECIDE, KEEP = "decide", "keep"
DECIDED_BY = (Act.APPROVE, Act.REFUSE, Act.ASK_MORE, Act.FORWARD, Act.ADVISE)
"""Buttons of the one form with which who is asked answers."""
KEPT_BY = (Act.LENGTHEN, Act.NOT_LONGER)
"""Those of the form with which they say whether data may be kept longer."""


@dataclass(frozen=True)
class Button:
    """One button: its words, and what it does with a clean form."""

    label: object
    do: Callable
    tone: str = "quiet"


def _approve(request, user, form, way):
    data = form.cleaned_data
    agreement = RecordIdentity.objects.filter(code=data["agreement"]).first() if data.get("agreement") else None
    facts = {"conditions": data["note"], "until": data["until"], "letter": form.letter, "agreement": agreement}
    services.approve(request=request, by=user, way=way, **facts)


def _refuse(request, user, form, way):
    facts = {"reason": form.cleaned_data["reason"], "note": form.cleaned_data["note"], "letter": form.letter}
    services.refuse(request=request, by=user, way=way, **facts)


def _lengthen(request, user, form, way):
    facts = {"until": form.cleaned_data["until"], "note": form.cleaned_data["note"], "letter": form.letter}
    services.lengthen(request=request, by=user, way=way, **facts)


def _not_longer(request, user, form, way):
    services.refuse_longer(request=request, by=user, way=way, note=form.cleaned_data["note"], letter=form.letter)


def _with_note(service, has_way=True):
    def do(request, user, form, way):
        ways = {"way": way} if has_way else {}
        service(request=request, by=user, note=form.cleaned_data["note"], **ways)

    return do


def _with_all(service):
    def do(request, user, form, way):
        service(request=request, by=user, **form.cleaned_data)

    return do


BUTTONS = {
    Act.APPROVE: Button(_("Approve"), _approve, ""),
    Act.REFUSE: Button(_("Refuse"), _refuse, "danger"),
    Act.ASK_MORE: Button(_("Ask for more"), _with_note(services.ask_more)),
    Act.FORWARD: Button(_("Put to the owner"), _with_note(services.forward)),
    Act.ADVISE: Button(_("Give advice only"), _with_note(services.advise)),
    Act.ANSWER: Button(_("Answer"), _with_note(services.answer, has_way=False), ""),
    Act.WITHDRAW: Button(_("Take the request back"), lambda request, user, form, way: _take_back(request, user)),
    Act.REVOKE: Button(_("Take back what was given"), _with_note(services.revoke, has_way=False), "danger"),
    Act.DELIVER: Button(_("Say that it was handed over"), _with_all(services.hand_over), ""),
    Act.RECEIVE: Button(_("Say that it came"), _with_all(services.confirm_received), ""),
    Act.DESTROY: Button(_("Say that it is destroyed"), _with_all(services.confirm_destroyed), ""),
    Act.ASK_LONGER: Button(_("Ask to keep it longer"), _with_all(services.ask_longer)),
    Act.LENGTHEN: Button(_("It may be kept longer"), _lengthen, ""),
    Act.NOT_LONGER: Button(_("No, it is to be destroyed by the day"), _not_longer, "danger"),
    Act.WRITE: Button(_("Send the message"), _with_note(services.write, has_way=False)),
}
FORMS = {
    Act.ANSWER: NoteForm, Act.WITHDRAW: forms.Form, Act.DELIVER: HandOverForm, Act.RECEIVE: ReceivedForm,
    Act.DESTROY: DestroyedForm, Act.ASK_LONGER: AskLongerForm, Act.WRITE: NoteForm, Act.REVOKE: NoteForm,
}  # fmt: skip
"""In the order of the page."""
HEADINGS = {
    DECIDE: _("Your answer"), Act.ANSWER: _("What they want to know"), Act.REVOKE: _("Take back what was given"),
    Act.WITHDRAW: _("Take the request back"), Act.DELIVER: _("Were the data handed over?"),
    Act.RECEIVE: _("Did the data come?"), Act.DESTROY: _("Are the data destroyed?"),
    Act.ASK_LONGER: _("Do you need them longer?"), KEEP: _("May the data be kept longer?"),
    Act.WRITE: _("Write to the other side"),
}  # fmt: skip


TAKE_BACK = _("Take the approval back")
ASK_TO_DESTROY = _("Take the approval back: they destroy it now")


def _take_back(request, user):
    services.take_back(request=request, by=user)


@dataclass(frozen=True)
class Part:
    """One form of the page with its buttons."""

    name: str
    heading: object
    form: forms.Form
    buttons: tuple


def parts_of(request, user, data=None, *, way=Way.PAGE) -> list[Part]:
    """The forms that `user` has for a request as it stands; the one that `data` (a POST) was sent with is filled.

    Behind the link of a mail there are decisions alone, and no agreement is offered: the mail may be in other hands,
    and does not name any.
    """
    others = _others(request, user, data) if way == Way.PAGE else ()
    parts = (_deciding(request, user, data, way), _keeping(request, user, data), *others)
    return [part for part in parts if part.buttons]


def _deciding(request, user, data, way):
    buttons = tuple((act, BUTTONS[act]) for act in DECIDED_BY if may(user, act, request))
    sent = data if data and data.get("act") in DECIDED_BY else None
    agreements = labelled(agreements_for(request, user)) if buttons and way == Way.PAGE else ()
    by_letter = decides_by_letter(request, user)
    form = DecideForm(sent, prefix=DECIDE, by_letter=by_letter, agreements=agreements)
    return Part(DECIDE, HEADINGS[DECIDE], form, buttons)


def _keeping(request, user, data):
    buttons = tuple((act, BUTTONS[act]) for act in KEPT_BY if may(user, act, request))
    sent = data if data and data.get("act") in KEPT_BY else None
    return Part(
        KEEP, HEADINGS[KEEP], LongerForm(sent, prefix=KEEP, by_letter=decides_by_letter(request, user)), buttons
    )


def _others(request, user, data):
    for act, form_class in FORMS.items():
        if may(user, act, request):
            sent = data if data and data.get("act") == act else None
            heading, button = _worded(act, request)
            yield Part(act.value, heading, form_class(sent, prefix=act.value), ((act, button),))


def _worded(act, request):
    """Heading and Button: what is taken back is named as what it is by now."""
    if act != Act.REVOKE or request.subject != Subject.DATA:
        return HEADINGS[act], BUTTONS[act]
    words = TAKE_BACK if request.handed_over is None else ASK_TO_DESTROY
    return words, replace(BUTTONS[act], label=words)


def done(request, user, data, parts, way=Way.PAGE):
    """Does what the button of a POST says; returns whether it is done. What is wrong stands in its form of `parts`.
    Raises LookupError for a button that this person has not."""
    part, button = _pressed(parts, data.get("act"))
    if not part.form.is_valid():
        return False
    with refused_in(part.form):
        button.do(request, user, part.form, way)
    return part.form.is_valid()


def _pressed(parts, act):
    for part in parts:
        for each, button in part.buttons:
            if each == act:
                return part, button
    raise LookupError(act)
