"""Published versions stay as they were, but for what may not be read any more; publishing opens nothing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from events.additions import told_of
from events.proceedings.frozen import frozen_for, last_numbers, versions_for
from events.proceedings.services import publish_proceedings, take_back_version
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.linkage.queries import links_of
from tests.factories.access import GrantFactory
from tests.factories.events import make_output
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.proceedings import Workshop, asked, words_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def titles(said):
    return {each.title for part in (said.outputs, said.declared, said.ideas, said.actions) for each in part}


@pytest.fixture
def workshop():
    return Workshop().with_others()


def published(workshop):
    return publish_proceedings(event=workshop.event.identity, by=workshop.facilitator)


def test_a_version_keeps_the_words_of_its_day_for_each_audience(workshop):
    version = published(workshop)
    page = workshop.outputs["public"]
    page.title = "said otherwise since"
    page.save_revision().publish()

    found = [titles(frozen_for(version, user)) for user in (None, workshop.member, workshop.of_named)]

    public = {"finding public", "answer public", "holding public", "need public", "idea public"}
    members = public | {"finding members", "holding members", "need members", "idea members", "action members"}
    assert found == [public, members, members | {"finding named"}]


def test_what_was_narrowed_withdrawn_or_taken_off_since_is_gone(workshop):
    version = published(workshop)
    decide(workshop.outputs["public"], listed_to=Level.MEMBERS)
    decide(workshop.outputs["members"], listed_to=Level.MEMBERS, details_to=Level.OWNER)
    workshop.answer.unpublish()
    RecordIdentity.objects.filter(pk=workshop.action.key).update(withdrawn_at="2026-01-01T00:00Z")

    found = [titles(frozen_for(version, user)) for user in (None, workshop.member)]

    public = {"holding public", "need public", "idea public"}
    members = {"finding public", "holding members", "need members", "idea members"}
    assert found == [public, public | members]


def test_publishing_opens_no_entry_and_leads_who_runs_it_to_what_is_narrow(workshop):
    before = set(RecordIdentity.objects.values_list("code", "listed_to", "details_to"))
    published(workshop)
    client = Client()
    client.force_login(workshop.facilitator)
    workshop.outputs["named"].identity.named_organisations.add(workshop.host)
    page = client.get(f"/events/{workshop.event.slug}/proceedings/arrange/")

    assert set(RecordIdentity.objects.values_list("code", "listed_to", "details_to")) == before
    assert [each.title for each in page.context["narrow"]] == ["finding named"]


def test_numbers_go_on_and_what_was_taken_back_has_no_words_left(workshop):
    first = published(workshop)
    take_back_version(version=first, by=workshop.facilitator)
    second = published(workshop)
    first.refresh_from_db()
    answers = [Client().get(f"/events/{workshop.event.slug}/proceedings/{number}/").status_code for number in (1, 2, 3)]

    assert (first.public, first.members, first.named, second.number) == (None, None, None, 2)
    assert answers == [404, 200, 404]
    assert [each.number for each in versions_for(workshop.event.key, None)] == [2]


def test_only_who_runs_the_event_publishes(workshop):
    with pytest.raises(PermissionDenied):
        publish_proceedings(event=workshop.event.identity, by=member_of(OrganisationFactory(), focal_point=True))
    client = Client()
    client.force_login(workshop.member)

    assert client.post(f"/events/{workshop.event.slug}/proceedings/publish/").status_code == 404


def test_an_event_for_members_has_no_version_for_visitors(workshop):
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)
    version = published(workshop)
    decide(workshop.event, listed_to=Level.PUBLIC)

    assert frozen_for(version, None) is None
    assert "finding members" in titles(frozen_for(version, workshop.member))


def test_what_was_for_named_organisations_is_not_for_whom_it_was_opened_since(workshop):
    version = published(workshop)
    decide(workshop.outputs["named"], listed_to=Level.MEMBERS)

    found = ["finding named" in titles(frozen_for(version, user)) for user in (workshop.member, workshop.of_named)]

    assert found == [False, True]


def test_who_is_named_no_longer_finds_it_no_longer(workshop):
    version = published(workshop)
    before = titles(frozen_for(version, workshop.of_named))
    workshop.outputs["named"].identity.named_organisations.clear()

    assert before - titles(frozen_for(version, workshop.of_named)) == {"finding named"}


def test_an_event_for_named_organisations_has_a_version_for_them_alone(workshop):
    decide(workshop.event, listed_to=Level.NAMED, owner=workshop.host)
    workshop.event.identity.named_organisations.add(workshop.named)
    version = published(workshop)
    asked_then = [frozen_for(version, user) is not None for user in (None, workshop.member, workshop.of_named)]
    decide(workshop.event, listed_to=Level.PUBLIC)

    assert asked_then == [False, False, True]
    assert [frozen_for(version, user) is not None for user in (workshop.member, workshop.of_named)] == [False, True]


def test_what_is_for_focal_points_alone_is_in_no_version(workshop):
    decide(workshop.outputs["public"], listed_to=Level.OWNER, owner=workshop.host)
    version = published(workshop)
    decide(workshop.outputs["public"], listed_to=Level.PUBLIC)

    found = [titles(frozen_for(version, user)) for user in (workshop.member, workshop.facilitator)]

    assert not [each for each in found if "finding public" in each]


def test_an_event_that_focal_points_alone_may_read_is_not_published(workshop):
    decide(workshop.event, listed_to=Level.OWNER, owner=workshop.host)

    with pytest.raises(ValidationError):
        published(workshop)


def test_the_list_of_events_says_the_last_version_that_its_reader_may_read(workshop):
    published(workshop)
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)
    published(workshop)
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.PUBLIC)
    key = workshop.event.key

    told = [told_of([key], user).get(key, []) for user in (None, workshop.member)]
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)

    assert [dict(each).get("Proceedings") for each in told] == ["version 1", "version 2"]
    assert told_of([key], None) == {}
    assert "version 2" in asked("/events/", workshop.member).text
    assert "version" not in words_of(asked("/events/"))


def test_of_versions_for_named_organisations_only_these_learn_the_number(workshop):
    decide(workshop.event, listed_to=Level.NAMED)
    workshop.event.identity.named_organisations.add(workshop.named)
    publish_proceedings(event=workshop.event.identity, by=editor())
    decide(workshop.event, listed_to=Level.MEMBERS)
    key = workshop.event.key

    found = [last_numbers([key], user) for user in (None, workshop.member, workshop.of_named)]

    assert found == [{}, {}, {key: 1}]
    assert [[each.number for each in versions_for(key, user)] for user in (workshop.member, workshop.of_named)] == [
        [], [1]
    ]  # fmt: skip


def test_the_page_of_an_event_leads_to_its_proceedings(workshop):
    assert f"/events/{workshop.event.slug}/proceedings/" in Client().get(workshop.event.url).text
    assert links_of(workshop.event.key, None)


def test_whoever_runs_it_arranges_and_publishes_it_by_the_page(workshop):
    client, path = Client(), f"/events/{workshop.event.slug}/proceedings/"
    client.force_login(workshop.facilitator)
    keys = {page.title: page.key.hex for page in (workshop.outputs["public"], workshop.outputs["members"])}
    numbers = {f"place-{keys['finding public']}": 9, f"place-{keys['finding members']}": 1}

    kept = client.post(f"{path}arrange/", {"introduction": "Why we met", **numbers})
    leads_to = client.post(f"{path}publish/").url
    said = client.get(leads_to).context["said"]

    assert (kept.status_code, leads_to, said.introduction) == (302, f"{path}1/", ("Why we met",))
    assert [each.title for each in said.outputs][:2] == ["finding members", "finding public"]


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(workshop):
    client = Client()
    client.force_login(workshop.facilitator)
    said = {"introduction": "Ask Zeynep at +962 7 9012 3456", f"place-{workshop.first.translation_key.hex}": "x"}

    answer = client.post(f"/events/{workshop.event.slug}/proceedings/arrange/", said)
    said |= {f"place-{workshop.first.translation_key.hex}": "1"}
    refused = client.post(f"/events/{workshop.event.slug}/proceedings/arrange/", said)

    assert (answer.status_code, refused.status_code) == (400, 400)
    assert set(refused.context["form"].errors) == {"introduction"}
    assert "+962 7 9012 3456" in refused.text


def test_outputs_stand_in_the_order_in_which_they_were_written_down(workshop):
    client = Client()
    pages = [make_output(f"Said {number}", workshop.event, workshop.first, publish=False) for number in range(3)]
    for page in reversed(pages):
        page.get_latest_revision().publish()
    said = client.get(f"/events/{workshop.event.slug}/proceedings/").context["said"]

    assert [each.title for each in said.outputs if each.title.startswith("Said")] == ["Said 0", "Said 1", "Said 2"]


def test_a_form_that_is_sent_again_publishes_one_version(workshop):
    client, path = Client(), f"/events/{workshop.event.slug}/proceedings/"
    client.force_login(workshop.facilitator)

    def published_as(number):
        return client.post(f"{path}publish/", {"number": number}).url

    number = client.get(f"{path}arrange/").context["next_number"]
    leads_to = [published_as(number) for _ in range(2)]
    first = versions_for(workshop.event.key, None)
    leads_to.append(published_as(client.get(f"{path}arrange/").context["next_number"]))
    take_back_version(version=first[0], by=workshop.facilitator)
    leads_to.append(published_as(number))

    assert leads_to == [f"{path}1/", f"{path}1/", f"{path}2/", f"{path}3/"]
    assert published_as("x" * 9) == f"{path}4/"


@pytest.mark.parametrize("level", [Level.NAMED, Level.OWNER])
def test_what_is_opened_to_one_organisation_is_published_for_nobody(workshop, level):
    decide(workshop.outputs["members"], listed_to=Level.MEMBERS, details_to=level, owner=workshop.host)
    GrantFactory(identity=workshop.outputs["members"].identity, organisation=OrganisationFactory())
    version = published(workshop)
    decide(workshop.outputs["members"], listed_to=Level.MEMBERS)

    assert "finding members" not in titles(frozen_for(version, workshop.member))
