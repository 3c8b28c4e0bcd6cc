"""Opens the details of an entry to who asked for them: a grant, by the rules of portal.access."""

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.services import give_grant
from portal.core.days import end_of
from practices.requests.enums import Subject


def is_opened_alone(request, by):
    """Whether `by` needs nobody else: for the data themselves nothing is opened here."""
    return request.subject != Subject.DETAILS or can(by, Action.GRANT, request.about)


def open_details(request, *, by, second, until):
    """The grant for what was asked, until the end of a day (a date), to who asked or to their organisation; None for
    the data themselves, which never pass through the portal."""
    if request.subject != Subject.DETAILS:
        return None
    on = {"agreement": request.agreement} if request.agreement else {}
    person = {"user": request.asked_by, "within": request.asked_for}
    holder = {"organisation": request.asked_for} if request.for_all_of_it else person
    reason = f"{request.code}: {request.purpose}"
    return give_grant(identity=request.about, by=by, second=second, reason=reason, until=end_of(until), **holder, **on)
