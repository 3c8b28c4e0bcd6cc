"""What comes next, said to each side: who asked reads how the data come and whom to write to."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from practices.requests.enums import GIVEN, WAITING, State, Subject
from practices.requests.sides import ASKING, sides_of


def next_step(request, user) -> str:
    """One or two sentences for a reader on one side of it; "" when nothing is to come."""
    asks = bool(sides_of(user, request) & ASKING)
    if request.state in WAITING or request.state == State.MORE_INFORMATION:
        return _before(request) if asks else ""
    if request.subject == Subject.DETAILS:
        return _of_details(request, asks)
    if request.handed_over is not None:
        return _of_delivered(request.handed_over, asks)
    return _of_data(asks) if request.state in GIVEN else ""


def _before(request):
    if request.state == State.MORE_INFORMATION:
        return _("They want to know more. When you have answered, it is their turn again.")
    return _("They answer by %(day)s. You hear by mail.") % {"day": date_format(request.answer_due_on, "j F Y")}


def _of_details(request, asks):
    if request.state not in GIVEN or not asks:
        return ""
    return _("It is open to you: follow the link to the entry.")


def _of_data(asks):
    if asks:
        return _(
            "They hand the data over to you by a way of their own, never through this portal, and say here which one. "
            "Write to them on this request to arrange it."
        )
    return _(
        "Hand the data over by a way of your own, never through this portal, and then say so here. "
        "You can write to them on this request to arrange it."
    )


def _of_delivered(handed, asks):
    if handed.destroyed_on is not None:
        return ""
    if handed.wanted_until is not None:
        return _asked_longer(asks)
    facts = {"day": date_format(handed.keep_until, "j F Y")}
    if not asks:
        return _("They say when it came and when it is destroyed, by %(day)s. They are reminded.") % facts
    if handed.received_on is None:
        return _("Say when it came. If it did not, write to them.")
    return _("Destroy it by %(day)s and say so, or ask to keep it longer.") % facts


def _asked_longer(asks):
    if asks:
        return _("You asked to keep it longer. Without an answer the day stands: destroy it by then.")
    return _("They ask to keep it longer. Without an answer the day stands.")
