"""Minutes are told in the words that who runs the event released, and name at most an organisation that was ticked."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from events.capture.services import capture_line, join_lines
from events.proceedings.collecting import proceedings_for
from events.proceedings.frozen import frozen_for
from events.proceedings.services import arrange, publish_proceedings
from portal.access.enums import Level
from portal.directory.models import Organisation
from tests.factories.people import OrganisationFactory
from tests.factories.proceedings import FORMS, Workshop, asked, words_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return Workshop()


def minute(workshop, text, *, key=None, revision=1, kind="minute", session=None, **said):
    return capture_line(
        key=key or uuid4(), event=workshop.event.identity, revision=revision, by=workshop.facilitator,
        session_key=(session or workshop.first).translation_key, said={"text": text, "kind": kind, **said},
    )  # fmt: skip


def release(workshop, *lines, introduction=""):
    keys = [line.pk.hex for line in lines]
    arrange(event=workshop.event.identity, by=workshop.facilitator, introduction=introduction, minutes=keys)


def told(workshop, user=None):
    return [each.text for each in proceedings_for(workshop.event, user).minutes]


@pytest.mark.parametrize("form", FORMS)
def test_only_what_was_released_is_told_at_its_session_in_its_order(workshop, form):
    lines = [minute(workshop, text) for text in ("Said first", "Said second", "Kept back")]
    other = minute(workshop, "Said elsewhere", session=workshop.second)
    release(workshop, *lines[:2], other)
    words = words_of(asked(f"/events/{workshop.event.slug}/proceedings{form}"))
    said = words[words.rindex("What was said and found") :]

    order = ["Who has what", "Minutes", "Said first", "Said second", "finding public", "How to share", "Said elsewhere"]
    places = [said.find(each) for each in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Kept back" not in words


def test_findings_and_actions_are_no_minutes_however_they_are_asked_for(workshop):
    release(workshop, minute(workshop, "A finding", kind="finding"), minute(workshop, "To do", kind="action"))

    assert told(workshop) == []


def test_what_says_something_else_since_was_taken_out_or_joined_is_not_told(workshop):
    changed, gone, kept, joined = (minute(workshop, text) for text in ("Before", "Gone", "Kept", "The same"))
    release(workshop, changed, gone, kept, joined)
    minute(workshop, "After", key=changed.pk, revision=2)
    minute(workshop, "", key=gone.pk, revision=2)
    keys = [kept.pk, joined.pk]
    session = workshop.first.translation_key
    join_lines(event=workshop.event.identity, session_key=session, keys=keys, by=workshop.facilitator)

    assert told(workshop) == ["Kept"]


def test_an_organisation_is_named_where_that_was_ticked_and_to_who_may_know_of_it(workshop):
    OrganisationFactory(acronym="SAYER")
    lines = [minute(workshop, "Ticked", said_by="SAYER"), minute(workshop, "Typed", said_by="Somebody at SAYER")]
    release(workshop, *lines)
    before = [each.organisation for each in proceedings_for(workshop.event, None).minutes]
    version = publish_proceedings(event=workshop.event.identity, by=workshop.facilitator)
    sayer = Organisation.objects.get(acronym="SAYER")
    decide_organisation(sayer, Level.OWNER)

    assert before == ["SAYER", ""]
    assert [each.organisation for each in proceedings_for(workshop.event, None).minutes] == ["", ""]
    assert [each.organisation for each in frozen_for(version, None).minutes] == ["", ""]


def decide_organisation(organisation, level):
    from portal.access.models import RecordIdentity

    RecordIdentity.objects.filter(pk=organisation.key).update(listed_to=level, details_to=level)


def test_words_for_fewer_people_are_refused_and_nothing_is_kept(workshop):
    fine, narrow = minute(workshop, "Fine"), minute(workshop, "Call +962 7 9012 3456")

    with pytest.raises(ValidationError) as refused:
        release(workshop, fine, narrow)

    assert set(refused.value.message_dict) == {"minutes"}
    assert told(workshop) == []


def test_who_does_not_run_the_event_releases_nothing(workshop):
    line = minute(workshop, "Said")

    with pytest.raises(PermissionDenied):
        arrange(event=workshop.event.identity, by=workshop.member, introduction="", minutes=[line.pk.hex])


def test_for_more_people_they_are_told_only_after_they_were_looked_at_again(workshop):
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)
    line = minute(workshop, "For members")
    release(workshop, line)
    decide(workshop.event, listed_to=Level.PUBLIC)
    workshop.event.refresh_from_db()
    before = told(workshop)
    release(workshop, line)

    assert (before, told(workshop)) == ([], ["For members"])


def test_a_version_keeps_its_words_until_they_are_not_told_any_more(workshop):
    first, second = minute(workshop, "First"), minute(workshop, "Second")
    release(workshop, first, second)
    version = publish_proceedings(event=workshop.event.identity, by=workshop.facilitator)
    minute(workshop, "First, corrected", key=first.pk, revision=2)
    corrected = [each.text for each in frozen_for(version, None).minutes]
    release(workshop, first)

    assert corrected == ["First", "Second"]
    assert [each.text for each in frozen_for(version, None).minutes] == ["First"]


class Arranging:
    """Whoever runs the event, at the page."""

    def __init__(self, workshop):
        self.path, self.client = f"/events/{workshop.event.slug}/proceedings/arrange/", Client()
        self.client.force_login(workshop.facilitator)

    @property
    def field(self):
        return self.client.get(self.path).context["form"]["minutes"]

    def values(self):
        """By what stands beside it, the value of each tick."""
        return {text: value for _session, choices in self.field.field.choices for value, text in choices}

    def keep(self, *values):
        return self.client.post(self.path, {"introduction": "Why we met", "minutes": values})


def test_the_page_releases_one_line_or_all_of_a_session(workshop):
    for text in ("One", "Two"):
        minute(workshop, text)
    minute(workshop, "Three", session=workshop.second)
    page = Arranging(workshop)
    values = page.values()
    page.keep(values["Two"])
    one = told(workshop)
    whole = page.field.field.choices[0][1][0][0]
    page.keep(whole)

    assert (one, told(workshop)) == (["Two"], ["One", "Two"])
    assert set(page.field.initial) == {values["One"], values["Two"]}


def test_nobody_releases_words_that_they_did_not_see(workshop):
    line = minute(workshop, "As it was shown")
    page = Arranging(workshop)
    values = page.values()
    minute(workshop, "Typed meanwhile", key=line.pk, revision=2)

    answers = [page.keep(value) for value in values.values()]

    assert [each.status_code for each in answers] == [400, 400]
    assert "Why we met" in answers[0].text
    assert told(workshop) == []


def test_an_event_without_minutes_asks_nothing_of_them(workshop):
    client = Client()
    client.force_login(workshop.facilitator)

    form = client.get(f"/events/{workshop.event.slug}/proceedings/arrange/").context["form"]

    assert "minutes" not in form.fields
