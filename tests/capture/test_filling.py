"""Who does it and by when is filled in for the report back, and lines are taken out: by who runs the event."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from events.capture.models import CapturedLine, LineVersion
from events.capture.services import fill_in_lines, make_entries, take_out_lines
from tests.factories.people import OrganisationFactory

pytestmark = pytest.mark.django_db
DAY = date(2031, 2, 3)


def texts():
    return set(CapturedLine.objects.standing().values_list("text", flat=True))


def facts(line):
    line.refresh_from_db()
    return line.organisation, line.due_on, line.revision


def test_what_is_filled_in_is_a_newer_wording_and_what_is_left_empty_stays(day):
    names, doer = {"event": day.event, "session_key": day.session, "by": day.facilitator}, OrganisationFactory()
    line, elsewhere = day.line("Do it", "action"), day.line("There", "action")
    CapturedLine.objects.filter(pk=elsewhere.pk).update(session_key=day.ideas)

    for said in ((doer, None), (None, DAY), (None, None)):
        fill_in_lines(said={line.pk: said, elsewhere.pk: (doer, DAY), uuid4(): (doer, DAY)}, **names)

    assert facts(line) == (doer, DAY, 3)
    assert facts(elsewhere) == (None, None, 1)
    assert set(LineVersion.objects.filter(line=line).values_list("said__text", flat=True)) == {"Do it"}


def test_a_line_is_taken_out_unless_something_was_made_of_it(day):
    names = {"event": day.event, "session_key": day.session, "by": day.facilitator}
    made, out, stays = day.line("Made"), day.line("Out"), day.line("Stays")
    make_entries(keys=[made.pk], **names)

    take_out_lines(keys=[made.pk, out.pk], **names)
    day.line("Out", key=out.pk)

    assert texts() == {made.text, stays.text}


def test_who_does_not_run_the_event_changes_no_line(day):
    line = day.line("Do it", "action")
    names = {"event": day.event, "session_key": day.session, "by": day.stranger}

    with pytest.raises(PermissionDenied):
        fill_in_lines(said={line.pk: (None, DAY)}, **names)
    with pytest.raises(PermissionDenied):
        take_out_lines(keys=[line.pk], **names)

    assert (facts(line), texts()) == ((None, None, 1), {"Do it"})


def test_a_button_that_is_refused_keeps_nothing_and_loses_nothing_that_was_typed(day):
    line, client = day.line("Do it", "action"), Client()
    client.force_login(day.facilitator)
    typed = {f"{line.pk.hex}-due_on": "2031-02-03", f"{line.pk.hex}-organisation": OrganisationFactory().code}

    refused = client.post(f"{day.path}report/", {"do": "join", "l": [line.pk], **typed})

    assert (refused.status_code, 'value="2031-02-03"' in refused.text) == (400, True)
    assert facts(line) == (None, None, 1)
    client.post(f"{day.path}report/", {"do": "order", **typed})
    assert facts(line)[1:] == (DAY, 2)
