"""Who may ask for what, whom it goes to, and what must not stand in it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Level
from portal.directory.models import Membership
from portal.taxonomy.models import Country, DataKind, ParticipantRole
from practices.requests import services
from practices.requests.enums import Subject
from practices.requests.models import DataRequest
from practices.requests.services.asking import may_ask_organisation, subjects_for
from practices.requests.whom import asked
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, UserFactory, member_of
from tests.factories.records import decide
from tests.factories.requests import Scene, soon, wording

pytestmark = pytest.mark.django_db


def test_a_request_goes_to_owner_and_keeper_of_the_entry():
    scene = Scene()

    request = scene.ask()

    assert (request.to_owner, request.to_keeper) == (scene.owner, scene.keeper)
    assert request.code.startswith("RQ-")
    assert [step.act for step in request.steps.all()] == ["send"]
    assert request.answer_due_on == timezone.localdate() + timedelta(days=14)


def test_who_may_ask_for_the_details():
    scene = Scene()
    people = {
        "asker": scene.asker,
        "owner": scene.owners_point,
        "alone": member_of(),
        "visitor": None,
        "no member": UserFactory(),
    }

    offered = {name: subjects_for(user, scene.identity) for name, user in people.items()}

    assert {name for name, subjects in offered.items() if subjects} == {"asker"}
    assert offered["asker"] == [Subject.DETAILS]


def test_what_one_may_not_know_of_cannot_be_asked_for():
    scene = Scene()
    decide(scene.page, listed_to=Level.OWNER)

    with pytest.raises(PermissionDenied):
        scene.ask()


def test_of_an_organisation_that_one_may_not_know_of_nothing_is_asked():
    scene = Scene()
    known, hidden = OrganisationFactory(), OrganisationFactory()
    decide(hidden, listed_to=Level.OWNER)

    assert [may_ask_organisation(scene.asker, each) for each in (known, hidden)] == [True, False]


def test_a_contested_organisation_asks_for_nothing():
    scene = Scene()
    assert subjects_for(scene.asker, scene.identity) == [Subject.DETAILS]
    scene.asking.frozen_at = timezone.now() + timedelta(days=1)
    scene.asking.save()
    later = type(scene.asker).objects.get(pk=scene.asker.pk)

    assert subjects_for(later, scene.identity) == []


def test_one_asks_in_the_name_of_an_own_organisation():
    scene = Scene()

    with pytest.raises(PermissionDenied):
        services.ask(by=scene.asker, subject=Subject.DETAILS, asked_for=scene.owner, about=scene.identity, **wording())


def test_the_data_of_a_holding_are_asked_of_their_owner_and_keeper():
    authority, centre = OrganisationFactory(), OrganisationFactory()
    holding = make_holding(usual_answer_days=5)
    add_party(holding, authority, "data_owner")
    add_party(holding, centre, "data_custodian")

    parties = asked(Subject.DATA, holding.identity)

    assert (parties.owner, parties.keeper, parties.days) == (authority, centre, 5)


def add_party(holding, organisation, role):
    role = ParticipantRole.objects.get(key=role)
    holding.organisations.add(holding.organisations.model(organisation=organisation, role=role))
    holding.save_revision().publish()


def test_data_that_nobody_lists_are_asked_of_an_organisation():
    asking, asked_one = OrganisationFactory(), OrganisationFactory()
    kinds, countries = DataKind.objects.all()[:2], Country.objects.all()[:1]

    request = services.ask(
        by=member_of(asking), subject=Subject.DATA, asked_for=asking, organisation=asked_one, data_kinds=kinds,
        countries=countries, **wording(),
    )  # fmt: skip

    assert (request.about, request.to_owner, request.to_keeper) == (None, asked_one, None)
    assert set(request.data_kinds.all()) == set(kinds)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"until": timezone.localdate()}, "until"),
        ({"until": soon(900)}, "until"),
        ({"part": "Near 34.5123, 43.6812"}, "part"),
        ({"decision": "ID 900412-1234-567, passport AB1234567"}, "decision"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(said, name):
    scene = Scene()

    with pytest.raises(ValidationError) as refused:
        scene.ask(**said)

    assert set(refused.value.error_dict) == {name}
    assert not DataRequest.objects.exists()


def test_both_sides_read_it_and_nobody_else():
    scene = Scene()
    request = scene.ask()
    readers = ("asker", "askers_point", "owners_point", "keepers_point")
    others = ("colleague", "owners_member", "stranger", "editor")

    seen = {name for name in (*readers, *others) if sees(getattr(scene, name), request)}

    assert seen == set(readers)
    assert not sees(None, request)


def sees(user, request):
    return DataRequest.objects.visible_to(user).filter(pk=request.pk).exists()


def test_who_left_their_organisation_reads_their_request_no_more():
    scene = Scene()
    request = scene.ask()
    assert sees(scene.asker, request)

    Membership.objects.filter(member__user=scene.asker).update(is_active=False)

    assert not sees(type(scene.asker).objects.get(pk=scene.asker.pk), request)
