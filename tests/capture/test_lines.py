"""Lines over a bad line: nothing lost, nothing twice, whatever arrives in which order."""

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from events.actions.models import FollowUpAction
from events.capture.models import CapturedLine, LineVersion
from events.capture.queries import lines_of, other_sides
from events.capture.services import (
    LineElsewhere,
    capture_line,
    join_lines,
    make_entries,
    order_lines,
    separate_line,
    warning_of,
)
from events.outputs.models import OutputPage
from portal.access.enums import Action, Level
from portal.access.models import RecordIdentity
from portal.access.policy import can
from tests.factories.capture import Day
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
KEYS = [UUID(int=number) for number in (1, 2)]
SENT = st.tuples(st.sampled_from(KEYS), st.integers(1, 3), st.sampled_from(["one", "two"]))


@given(data=st.data(), sent=st.lists(SENT, min_size=1, max_size=5))
@settings(max_examples=8, deadline=None)
def test_resent_in_any_order_lines_are_the_same_set(data, sent):
    again = data.draw(st.lists(st.sampled_from(sent), max_size=4))
    mixed = data.draw(st.permutations([*sent, *again]))
    event = RecordIdentity.objects.filter(kind="event").first() or make_record().identity
    sessions = (uuid4(), uuid4())
    found = []
    for session, order in zip(sessions, (sent, mixed), strict=True):
        CapturedLine.objects.all().delete()
        for key, revision, text in order:
            capture_line(key=key, event=event, session_key=session, revision=revision, said={"text": text})
        found.append((
            set(CapturedLine.objects.values_list("key", "revision", "text")),
            set(LineVersion.objects.values_list("line", "revision", "digest")),
        ))  # fmt: skip

    assert found[0] == found[1]
    assert {(key, revision) for key, revision, _text in found[0][0]} == {
        (key, max(number for each, number, _ in sent if each == key)) for key, _, _ in sent
    }
    assert len(found[0][1]) == len(set(sent))


def test_two_people_who_change_one_line_both_stand_on_the_report(day):
    key = uuid4()
    day.line("First", key=key)
    for text in ("Mine", "Theirs"):
        day.line(text, key=key, revision=2)
    (line,) = lines_of(day.event, day.session, day.facilitator)

    assert {line.text, *other_sides([line])[key]} == {"Mine", "Theirs"}
    day.line("Agreed", key=key, revision=3)
    line.refresh_from_db()
    assert (line.text, other_sides([line])) == ("Agreed", {})


def test_a_key_of_another_session_is_refused(day):
    line = day.line()
    with pytest.raises(LineElsewhere):
        capture_line(key=line.pk, event=day.event, session_key=day.ideas, said={"text": "Other"})
    line.refresh_from_db()
    assert line.text == "Village names differ"


def test_who_said_it_is_known_only_where_it_was_said(day):
    named, unnamed = day.line(said_by="host", by=day.facilitator), day.line()

    assert (named.attributed_to, unnamed.attributed_to) == (day.host, None)
    make_entries(event=day.event, session_key=day.session, by=day.facilitator)
    drafts = [page.latest_revision.as_object() for page in OutputPage.objects.order_by("pk")]
    said = [[row.organisation for row in draft.organisations.all()] for draft in drafts]
    assert sorted(said, key=len) == [[], [day.host]]


def test_what_is_for_fewer_people_is_warned_of_and_kept():
    day = Day(listed_to=Level.PUBLIC)
    line = day.line("Call +964 770 123 4567")

    assert "+964 770 123 4567" in warning_of(line)
    assert CapturedLine.objects.get().text == "Call +964 770 123 4567"
    assert warning_of(day.line()) == ""


def test_lines_are_for_who_may_read_the_event():
    closed = Day(details_to=Level.OWNER)
    closed.line()
    speaks = member_of(closed.host, focal_point=True)

    assert [lines_of(closed.event, closed.session, user).count() for user in (speaks, closed.stranger, None)] == [
        1,
        0,
        0,
    ]


def test_lines_in_order_joined_and_made_once(day):
    organisation = OrganisationFactory(acronym="DOER")
    kinds = ("minute", "finding", "answer", "barrier", "solution", "recommendation", "decision")
    lines = [day.line(f"A {kind}", kind, question=str(day.question)) for kind in kinds]
    double = day.line("The same finding")
    action = day.line("Send the list", "action", who="doer", due_on="2031-01-31", by=day.facilitator)
    unclear = day.line("Somebody should", "action", who="nobody here")
    names = {"event": day.event, "session_key": day.session, "by": day.facilitator}
    order_lines(keys=[action.pk, lines[1].pk], **names)
    kept = join_lines(keys=[lines[1].pk, double.pk], **names)
    first = [line.pk for line in lines_of(day.event, day.session, day.facilitator)][:2]
    made = make_entries(**names)
    again = make_entries(**names)

    assert (kept, first) == (lines[1], [action.pk, lines[1].pk])
    assert (made.outputs, made.actions, set(made.problems)) == (6, 1, {unclear.pk})
    assert (again.outputs, again.actions, set(again.problems)) == (0, 0, {unclear.pk})
    pages = OutputPage.objects.all()
    said = {(page.what, page.title, page.event_id, page.session, page.live) for page in pages}
    assert said == {(kind, f"A {kind}", day.event.pk, day.session, False) for kind in kinds[1:]}
    assert [page.question for page in pages if page.question] == [day.question]
    found = FollowUpAction.objects.get()
    assert (found.title, found.organisation, found.session_key) == ("Send the list", organisation, day.session)
    assert {line.became_id for line in CapturedLine.objects.exclude(became=None)} == {
        found.key, *(page.translation_key for page in pages),
    }  # fmt: skip


def test_what_was_joined_can_be_separated_and_two_made_ones_stay_apart(day):
    one, two, three = day.line("One"), day.line("Two"), day.line("Three")
    names = {"event": day.event, "session_key": day.session, "by": day.facilitator}
    join_lines(keys=[two.pk, three.pk], **names)
    join_lines(keys=[one.pk, two.pk], **names)

    assert set(one.joined.all()) == {two, three}
    separate_line(line=two, by=day.facilitator)
    make_entries(**names)
    with pytest.raises(ValidationError, match="more than one"):
        join_lines(keys=[one.pk, two.pk], **names)


def test_nobody_else_arranges_or_makes(day):
    line = day.line()
    names = {"event": day.event, "session_key": day.session, "by": day.stranger}
    for act in (order_lines, join_lines, make_entries):
        with pytest.raises(PermissionDenied):
            act(keys=[line.pk], **names)
    with pytest.raises(PermissionDenied):
        separate_line(line=line, by=day.stranger)


def test_joining_that_is_sent_again_changes_nothing(day):
    one, two, three = day.line("One"), day.line("Two"), day.line("Three")
    names = {"event": day.event, "session_key": day.session, "by": day.facilitator}
    kept = join_lines(keys=[one.pk, two.pk], **names)

    assert join_lines(keys=[one.pk, two.pk], **names) == kept
    with pytest.raises(ValidationError):
        join_lines(keys=[one.pk], **names)
    separate_line(line=two, by=day.facilitator)
    join_lines(keys=[two.pk, three.pk], **names)
    with pytest.raises(ValidationError):
        join_lines(keys=[one.pk, three.pk], **names)


@pytest.mark.parametrize("is_host", [True, False])
def test_words_of_a_closed_session_go_to_no_organisation_that_may_not_read_them(is_host):
    day = Day(listed_to=Level.NAMED, details_to=Level.NAMED)
    day.event.named_organisations.add(day.host)
    OrganisationFactory(acronym="DOER")
    doer = "HOST" if is_host else "DOER"
    line = day.line("Zebra words", "action", who=doer, due_on="2031-01-31", by=day.facilitator)
    made = make_entries(event=day.event, session_key=day.session, by=day.facilitator)

    assert (made.actions, set(made.problems)) == ((1, set()) if is_host else (0, {line.pk}))
    assert FollowUpAction.objects.count() == made.actions
    assert all(f"DOER may not read {day.event.code}" in each for each in made.problems.values())


def test_an_action_of_a_closed_session_is_kept_by_nobody_who_may_not_read_it():
    day = Day(listed_to=Level.NAMED, details_to=Level.NAMED)
    writer = member_of(OrganisationFactory())
    outside = member_of(writer.member.memberships.get().organisation)
    day.line("Zebra words", "action", who="HOST", due_on="2031-01-31", by=day.facilitator)
    make_entries(event=day.event, session_key=day.session, by=editor(writer))

    action = FollowUpAction.objects.get()
    assert action.identity.custodian == day.host
    assert not can(outside, Action.KNOW, action)


def test_a_word_becomes_an_organisation_of_which_who_wrote_it_may_know(day):
    hidden = OrganisationFactory(name_en="Hidden depot")
    decide(hidden, listed_to=Level.OWNER)

    lines = [day.line("Ask them", "action", who="Hidden depot", by=by) for by in (None, day.facilitator, editor())]

    assert [(line.who, line.organisation) for line in lines] == [
        ("Hidden depot", None), ("Hidden depot", None), ("Hidden depot", hidden),
    ]  # fmt: skip
