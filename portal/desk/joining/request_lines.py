"""The requests to join that wait for one person, each with what that person may do with it."""

from dataclasses import dataclass

from portal.directory.joining import account_holders, waiting_for
from portal.directory.models import JoinRequest, Organisation
from portal.directory.rights import is_editor, speaks_for


@dataclass(frozen=True)
class Line:
    """A request, the organisation that one may let them into, and what one may do."""

    request: JoinRequest
    email: str
    """Where a visitor can be reached; "" for who has an account, whose address is never shown."""
    organisation: Organisation | None
    may_accept: bool
    """Not for a member who asks for an organisation that is contested: to let them in would change nothing."""
    may_decline: bool


def lines_of(user):
    """The Lines of what waits for a person, in a constant number of queries."""
    requests = list(waiting_for(user))
    own = None if is_editor(user) else set(speaks_for(user).values_list("pk", flat=True))
    holders = account_holders([each.email for each in requests])
    return [_line(each, own, each.email in holders) for each in requests]


def _line(request, own, has_account):
    """The Line of a request; `own` are the primary keys of one's own organisations, None for an editor."""
    organisation = request.organisation
    manages = own is None or request.organisation_id in own
    is_frozen = organisation is not None and organisation.is_frozen
    into = organisation if manages and not is_frozen else None
    email = "" if has_account or request.account_id else request.email
    return Line(request, email, into, may_accept=not (is_frozen and has_account), may_decline=manages)
