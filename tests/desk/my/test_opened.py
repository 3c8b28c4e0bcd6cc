"""To whom an entry is opened: seen and ended by its chain alone, at once, with what the request says of it."""

import pytest

from portal.access.enums import Action
from portal.access.policy import can
from portal.core.marks import mark_of
from practices.requests import services
from practices.requests.models import DataRequest
from tests.factories.access import GrantFactory
from tests.factories.requests import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def path_of(scene):
    return f"/my/our-data/{scene.identity.code}/opened/"


def page(client, user, path):
    client.force_login(user)
    return client.get(path)


def reads(user, scene):
    return can(type(user).objects.get(pk=user.pk), Action.READ, scene.identity)


@pytest.mark.parametrize(
    ("person", "status"),
    [("owners_point", 200), ("keepers_point", 200), ("editor", 200), ("owners_member", 404), ("asker", 404)],
)
def test_for_whom_it_is_there(client, scene, person, status):
    GrantFactory(identity=scene.identity, user=scene.asker)

    assert page(client, getattr(scene, person), path_of(scene)).status_code == status


def test_what_was_given_on_a_request_is_taken_back_there(client, scene):
    request = services.approve(request=scene.ask(), by=scene.owners_point)
    client.force_login(scene.owners_point)
    data = {"grant": mark_of(request.grant)}

    assert client.post(path_of(scene), data).status_code == 400
    assert reads(scene.asker, scene)
    assert client.post(path_of(scene), data | {"note": "Being corrected."}).status_code == 302

    assert not reads(scene.asker, scene)
    ended = DataRequest.objects.get()
    assert (ended.state, ended.steps.last().note) == ("revoked", "Being corrected.")


def test_an_editor_ends_it_too(client, scene):
    request = services.approve(request=scene.ask(), by=scene.owners_point)
    client.force_login(scene.editor)

    client.post(path_of(scene), {"grant": mark_of(request.grant), "note": "It leaked."})

    assert not reads(scene.asker, scene)


def test_a_grant_of_another_entry_is_not_there(client, scene):
    grant = GrantFactory(user=scene.asker)
    client.force_login(scene.owners_point)

    for number in (mark_of(grant), "x", ""):
        assert client.post(path_of(scene), {"grant": number, "note": "Why."}).status_code == 404

    grant.refresh_from_db()
    assert grant.ended_at is None


def test_what_the_portal_says_about_our_data_counts_both(client, scene):
    services.approve(request=scene.ask(), by=scene.owners_point)
    text = page(client, scene.owners_point, "/my/our-data/").text

    assert f'href="{path_of(scene)}"' in text
