"""One way to report and to close an incident, for the page and for the command."""

from django.db import transaction

from portal.access.models import Incident
from portal.access.services import close_incident, report_incident
from portal.desk.incident.mails import tell_of
from portal.desk.incident.who_saw import same_line, who_saw


@transaction.atomic
def report(*, identity, by, what_happened):
    """Withdraws the entry, writes down who saw it, tells those who answer for it; returns the Incident. Raises as
    `portal.access.services.report_incident`."""
    # Read before the withdrawal, which writes mails about itself.
    seen = who_saw(identity)
    incident = report_incident(identity=identity, by=by, what_happened=what_happened, seen=seen)
    tell_of(incident)
    return incident


@transaction.atomic
def close(*, incident, by, what_was_done):
    """Writes down what was done. Reads whose line came a moment after the withdrawal are in it, too."""
    known = {same_line(each) for each in incident.seen}
    new = [each for each in who_saw(incident.identity) if same_line(each) not in known]
    late = [each for each in new if each["at"] <= incident.withdrawn_at.isoformat() or each["way"] != "mail"]
    return close_incident(incident=incident, by=by, what_was_done=what_was_done, seen=[*late, *incident.seen])


def open_incident(identity):
    """The one of an entry that is not closed yet, or None."""
    return Incident.objects.filter(identity=identity, closed_at=None).first()


def seen_of(identity):
    """Who saw an entry, for page and file: as is written down while a report is open, and after the last one was closed
    until the entry is given back; otherwise as is known now."""
    last = Incident.objects.filter(identity=identity).first()
    is_told = last is not None and (last.closed_at is None or identity.withdrawn_at is not None)
    return last.seen if is_told else who_saw(identity)
