"""An answer that rests on an agreement: of the two sides, in force, and over with it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.access.enums import Action, Level
from portal.access.policy import can
from practices.agreements.ending import end_agreement
from practices.requests import services
from practices.requests.day import do_the_day
from practices.requests.models import DataRequest
from practices.requests.resting import agreements_for
from tests.factories.agreements import make_agreement
from tests.factories.people import OrganisationFactory
from tests.factories.records import decide
from tests.factories.requests import Scene, soon

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    made = Scene()
    made.agreement = make_agreement("Of the two", parties=[made.owner, made.asking], ends_on=soon(20))
    return made


def reads(user, scene):
    return can(type(user).objects.get(pk=user.pk), Action.READ, scene.identity)


def test_it_ends_with_the_agreement_at_the_latest(scene):
    request = services.approve(
        request=scene.ask(until=soon(60)), by=scene.owners_point, agreement=scene.agreement.identity
    )

    assert (request.grant.agreement, timezone.localdate(request.grant.until)) == (scene.agreement.identity, soon(21))


def test_a_later_day_than_the_agreements_last_is_refused_at_its_field(scene):
    with pytest.raises(ValidationError) as refused:
        services.approve(
            request=scene.ask(until=soon(60)), by=scene.owners_point, until=soon(30),
            agreement=scene.agreement.identity,
        )  # fmt: skip

    assert set(refused.value.error_dict) == {"until"}


def test_when_the_agreement_ends_nothing_is_open_and_the_request_says_so(scene):
    request = services.approve(request=scene.ask(), by=scene.owners_point, agreement=scene.agreement.identity)
    assert reads(scene.asker, scene)

    end_agreement(identity=scene.agreement.identity, by=scene.owners_point, reason="Broken.")
    do_the_day()

    assert not reads(scene.asker, scene)
    assert DataRequest.objects.get(pk=request.pk).state == "expired"


@pytest.mark.parametrize("made", ["of others", "drafting", "over"])
def test_on_another_agreement_nothing_rests(scene, made):
    parties = [scene.owner, OrganisationFactory()] if made == "of others" else [scene.owner, scene.asking]
    state = "drafting" if made == "drafting" else "signed"
    other = make_agreement("Another", parties=parties, state=state, ends_on=soon(-1 if made == "over" else 9))

    with pytest.raises(ValidationError) as refused:
        services.approve(request=scene.ask(), by=scene.owners_point, agreement=other.identity)

    assert set(refused.value.error_dict) == {"agreement"}


def test_the_form_offers_those_of_the_two_sides(scene, client):
    make_agreement("Of others", parties=[scene.owner, OrganisationFactory()])
    request = scene.ask()
    client.force_login(scene.owners_point)
    page = client.get(f"/requests/{request.code}/").text

    assert "Of the two" in page
    assert "Of others" not in page
    client.post(f"/requests/{request.code}/", {"act": "approve", "decide-agreement": scene.agreement.identity.code})

    request.refresh_from_db()
    assert request.agreement == scene.agreement.identity
    assert scene.agreement.identity.code in client.get(f"/requests/{request.code}/").text


def test_an_agreement_that_one_may_not_know_of_is_no_choice(scene):
    request = scene.ask()
    assert agreements_for(request, scene.owners_point) == [scene.agreement.identity]

    decide(scene.agreement, listed_to=Level.OWNER, details_to=Level.OWNER)

    assert agreements_for(request, scene.owners_point) == []


def test_choosing_among_agreements_costs_the_same_for_one_as_for_three(scene, django_assert_num_queries):
    request = scene.ask()
    agreements_for(request, scene.owners_point)
    with CaptureQueriesContext(connection) as for_one:
        agreements_for(request, scene.owners_point)
    for title in ("Second", "Third"):
        make_agreement(title, parties=[scene.owner, scene.asking])

    with django_assert_num_queries(len(for_one)):
        found = agreements_for(request, scene.owners_point)

    assert len(found) == 3
