"""Sheets by the code of an event, and what becomes of them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from events.capture.models import EventCode, Sheet
from events.capture.services import code_of, confirm_sheet, decline_sheet, make_code, revoke_code
from events.models import EventPage
from portal.access.enums import Level
from portal.core.retention import keep_retention
from portal.directory.rights import speakers
from portal.directory.waiting import lines_for
from portal.notifications.models import Notice
from portal.taxonomy.models import AccessMethod, Country, DataKind, GeographyLevel
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.partnerships.models import IdeaPage
from tests.factories.capture import Day
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db


def rows():
    return [
        {
            "side": "have", "what": "Hazard maps", "data_kinds": [DataKind.objects.first()],
            "country": Country.objects.get(key="irq"), "level": GeographyLevel.objects.get(key="adm2"),
            "access_method": AccessMethod.objects.get(key="by_request"),
        },
        {"side": "need", "what": "School lists", "decision": "Which roads to clear first", "where": "The north"},
    ]  # fmt: skip


@pytest.fixture
def organisation():
    return OrganisationFactory(acronym="DOER", mailbox="data@doer.example")


@pytest.fixture
def speaker(organisation):
    return member_of(organisation, focal_point=True)


def test_a_confirmed_sheet_is_drafts_of_its_organisation_once(day, organisation, speaker):
    sheet = day.sheet(organisation=organisation, rows=rows())
    for _again in range(2):
        confirm_sheet(sheet=sheet, by=speaker)
    holding, need = DataHoldingPage.objects.get(), DataNeedPage.objects.get()
    sheet.refresh_from_db()

    assert (sheet.state, holding.live, need.live) == ("made", False, False)
    draft = holding.latest_revision.as_object()
    assert (draft.title, draft.finest_level.key, draft.access_method.key) == (
        "Hazard maps – Iraq",
        "adm2",
        "by_request",
    )
    assert [kind.pk for kind in draft.data_kinds.all()] == [DataKind.objects.first().pk]
    assert (holding.identity.owner, holding.identity.custodian, holding.identity.listed_to) == (
        organisation, organisation, Level.OWNER,
    )  # fmt: skip
    draft = need.latest_revision.as_object()
    assert (draft.title, draft.decision_note) == ("School lists – The north", "Which roads to clear first")
    assert [row.organisation for row in draft.organisations.all()] == [organisation]
    assert {row.became_id for row in sheet.rows.all()} == {holding.translation_key, need.translation_key}


def test_a_talk_becomes_a_draft_idea_born_at_its_session(day, organisation, speaker):
    words = {"title": "Together", "text": "We join <maps>.\n\nThen we ask.", "wanted": ["data", "skills"]}
    sheet = day.sheet("talk", organisation=organisation, session_key=day.ideas, **words)
    confirm_sheet(sheet=sheet, by=speaker)
    idea = IdeaPage.objects.get()
    draft = idea.latest_revision.as_object()

    assert (draft.title, draft.idea) == ("Together", "<p>We join &lt;maps&gt;.</p><p>Then we ask.</p>")
    assert [each.value for each in draft.looking_for] == ["data", "skills"]
    assert (draft.born_event, draft.born_session, idea.live) == (day.event, day.ideas, False)


def test_a_sheet_sent_twice_is_one_and_its_speakers_hear_once(day, organisation, speaker):
    key = uuid4()
    for _again in range(2):
        day.sheet(organisation=organisation, key=key, rows=rows())
    sheet = Sheet.objects.get()

    assert (sheet.rows.count(), list(Notice.objects.values_list("kind", "user"))) == (
        2,
        [("sheet_waiting", speaker.pk)],
    )
    assert [line.url for line in lines_for(speaker)["mine"] if "sheets" in line.url] == [f"/my/sheets/{key}/"]


def test_its_mail_says_whose_and_nothing_that_is_in_it(day, organisation, speaker, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        day.sheet(organisation=organisation, rows=rows())
    texts = [sent.body for sent in mail.outbox if sent.to == [speaker.email]]

    assert len(texts) == 1
    assert ("DOER" in texts[0], day.page.title in texts[0], "Hazard maps" in texts[0]) == (True, True, False)


def test_who_decides(day, organisation, speaker):
    """Who speaks for it; where nobody does, who runs the event; where that is contested, nobody."""
    spoken_for = day.sheet(organisation=organisation, rows=rows())
    alone = day.sheet(organisation=OrganisationFactory(), rows=rows())
    typed = day.sheet(organisation_name="A small one", rows=rows())
    for sheet, by in ((spoken_for, day.facilitator), (alone, speaker), (typed, speaker), (spoken_for, editor())):
        with pytest.raises(PermissionDenied):
            confirm_sheet(sheet=sheet, by=by)
    frozen = day.sheet(organisation=OrganisationFactory(frozen_at=timezone.now()), rows=rows())
    with pytest.raises(PermissionDenied):
        confirm_sheet(sheet=frozen, by=day.facilitator)
    assert not DataHoldingPage.objects.exists()
    confirm_sheet(sheet=alone, by=day.facilitator)
    confirm_sheet(sheet=typed, by=day.facilitator)

    owners = {
        page.latest_revision.as_object().owner_note: page.identity.owner for page in DataHoldingPage.objects.all()
    }
    assert owners == {"": alone.organisation, "A small one": None}


def test_of_a_declined_sheet_nothing_is_made(day, organisation, speaker):
    sheet = decline_sheet(sheet=day.sheet(organisation=organisation, rows=rows()), by=speaker)
    with pytest.raises(ValidationError, match="decided"):
        confirm_sheet(sheet=sheet, by=speaker)
    assert not DataHoldingPage.objects.exists()


def test_codes_end_and_are_read_as_people_type_them(day):
    code = make_code(event=day.event, by=day.facilitator, days=1)
    typed = f" {code.code[:4].lower()}-{code.code[4:].replace('0', 'o').replace('1', 'l')} "
    assert code_of(typed) == code
    with pytest.raises(PermissionDenied):
        revoke_code(code=code, by=day.stranger)
    with pytest.raises(ValidationError):
        make_code(event=day.event, by=day.facilitator, days=31)
    revoke_code(code=code, by=day.facilitator)
    over = make_code(event=day.event, by=day.facilitator, days=1)
    EventCode.objects.filter(pk=over.pk).update(until=timezone.now())

    assert [code_of(text) for text in (code.code, over.code, "", "x", "Z" * 8)] == [None] * 5


def test_codes_and_sheets_that_nobody_stands_by_end(day, organisation, speaker):
    old, now = timezone.now() - timedelta(days=200), timezone.now()
    confirm_sheet(sheet=(made := day.sheet(organisation=organisation, rows=rows())), by=speaker)
    day.sheet(organisation=organisation)
    fresh = day.sheet(organisation=organisation)
    Sheet.objects.exclude(pk=fresh.pk).update(sent_at=old)
    EventCode.objects.create(code="OVER", event=day.event, until=old)
    EventCode.objects.create(code="VALID", event=day.event, until=now)
    kept = dict(keep_retention())

    assert kept["Sheets of events that nobody confirmed, or that were declined"] == 1
    assert set(Sheet.objects.all()) == {made, fresh}
    assert set(EventCode.objects.values_list("code", flat=True)) == {"VALID"}


def test_a_code_that_is_asked_for_again_is_the_same_while_it_is_valid(day):
    names = {"event": day.event, "by": day.facilitator}
    first = make_code(days=2, **names)
    assert make_code(days=2, **names) == first
    assert make_code(days=3, **names) != first
    revoke_code(code=first, by=day.facilitator)

    assert make_code(days=2, **names) != first
    EventCode.objects.update(made_at=timezone.now() - timedelta(hours=1))
    make_code(days=2, **names)
    assert EventCode.objects.count() == 4


def test_what_is_put_right_and_sent_again_stands_while_it_waits(day):
    organisation = OrganisationFactory()
    sheet = day.sheet(organisation_name="Us", rows=rows())
    for _ in range(2):
        day.sheet(key=sheet.pk, organisation_name="Us", rows=[{"side": "need", "what": "Put right"}])
    assert [row.what for row in Sheet.objects.get().rows.all()] == ["Put right"]
    member_of(organisation, focal_point=True)
    confirm_sheet(sheet=sheet, by=day.facilitator, organisation=organisation)
    day.sheet(key=sheet.pk, organisation_name="Us", rows=rows())

    assert (Sheet.objects.get().organisation, Sheet.objects.get().rows.count()) == (organisation, len(rows()))
    decline_sheet(sheet=sheet, by=speakers(organisation).pop())
    day.sheet(key=sheet.pk, organisation_name="Others", rows=[])
    assert (Sheet.objects.get().of_whom, Sheet.objects.get().rows.count()) == (organisation.short_name, len(rows()))


def test_the_page_of_a_sheet_names_its_event_to_who_may_know_of_it(client, organisation, speaker):
    day = Day(listed_to=Level.OWNER)
    sheet = day.sheet(organisation=organisation, rows=rows())
    EventPage.objects.update(title="Hidden depot")
    told = []
    for user in (speaker, member_of(day.host, focal_point=True)):
        client.force_login(user)
        answer = client.get(f"/my/sheets/{sheet.pk}/")
        told.append((answer.status_code, "Hidden depot" in answer.text))

    assert told == [(200, False), (200, True)]
