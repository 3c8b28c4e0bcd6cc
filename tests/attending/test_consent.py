"""Consent to be listed: what a person took back stays a no, and no name is listed that could not be taken back."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from events.attending.links import answer_path
from events.attending.models import Participant
from events.attending.services import add_participant, import_participants, invite_again, revoke, say_consent
from events.attending.shown import participants_of
from portal.access.enums import Level
from portal.access.models import AuditEntry
from tests.factories.attending import Coming, sheet
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
ADDRESS = "guest@elsewhere.example"
YES, NO = {"answer": "coming", "name": "A guest", "is_listed": "on"}, {"answer": "coming", "name": "A guest"}


@pytest.fixture
def scene():
    return Coming()


def sent(scene):
    import_participants(event=scene.event, file=sheet(("A guest", ADDRESS, "", "", "yes")), by=scene.runner)


def listed(scene):
    return [each.name for each in participants_of(scene.event.pk, is_full=False)]


def test_a_no_by_the_link_is_turned_by_the_link_alone(scene):
    path, client = answer_path(scene.invited(ADDRESS)), Client()
    sent(scene)
    assert listed(scene) == ["A guest"]
    client.post(path, NO)
    sent(scene)
    person = Participant.objects.get()
    with pytest.raises(ValidationError, match="themselves"):
        say_consent(participant=person, is_listed=True, by=scene.runner, as_organiser=True)
    assert (listed(scene), person.has_refused, person.consent_at is None) == ([], True, False)

    client.force_login(scene.runner)
    url = reverse("attending:participants", args=[scene.page.slug])
    (shown,) = client.get(url).context["participants"]
    own = reverse("attending:participant", args=[scene.page.slug, person.key])
    assert (shown.has_refused, "Agreed to be listed" in client.get(url).text) == (True, False)
    assert client.post(own, {"listed": "yes"}).status_code == 302
    assert listed(scene) == []
    Client().post(path, YES)
    assert listed(scene) == ["A guest"]


def test_what_who_runs_the_event_took_back_they_say_again(scene):
    sent(scene)
    say_consent(participant=Participant.objects.get(), is_listed=False, by=scene.runner, as_organiser=True)
    sent(scene)
    assert listed(scene) == ["A guest"]


@pytest.mark.parametrize("answer", ["not_coming", "maybe"])
def test_a_file_lists_nobody_who_answered_that_they_do_not_come(scene, answer):
    path = answer_path(scene.invited(ADDRESS))
    for said in (YES, NO, {"answer": answer}):
        assert Client().post(path, said).status_code == 200
    sent(scene)
    assert (Participant.objects.count(), listed(scene)) == (1, [])


def test_who_left_is_not_listed_any_more(scene):
    person = member_of(OrganisationFactory())
    add_participant(event=scene.event, by=scene.runner, name="A member", email=person.email, is_listed=True)
    assert listed(scene) == ["A member"]
    person.member.is_active = False
    person.member.save()
    assert listed(scene) == []


def test_consent_by_a_link_ends_with_the_link(scene):
    invitation = scene.invited(ADDRESS)
    Client().post(answer_path(invitation), YES)
    invite_again(invitation=invitation, by=scene.runner)
    assert listed(scene) == ["A guest"]
    revoke(invitation=invitation, by=scene.runner)
    assert listed(scene) == []


def test_reading_names_and_addresses_of_a_narrow_event_is_logged():
    scene = Coming(listed_to=Level.NAMED, details_to=Level.NAMED)
    scene.invited(ADDRESS)
    client = Client()
    client.force_login(scene.runner)
    logged = []
    for name in ("participants", "invitations", "csv"):
        b"".join(client.get(reverse(f"attending:{name}", args=[scene.page.slug])))
        logged.append(AuditEntry.objects.filter(identity=scene.event, action="read").count())
    assert logged == [1, 2, 3]
