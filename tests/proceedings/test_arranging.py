"""Arranging leaves actions out as it does outputs, and forgets nothing that others chose of what one may not read."""

import pytest
from django.test import Client

from events.proceedings.models import Arrangement
from events.proceedings.services import arrange
from tests.factories.people import editor
from tests.factories.proceedings import Workshop, asked, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return Workshop().with_others()


def keep(workshop, user, **ticked):
    """Opens the form, changes what is said, and sends it."""
    client, path = Client(), f"/events/{workshop.event.slug}/proceedings/arrange/"
    client.force_login(user)
    form = client.get(path).context["form"]
    told = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in {**told, **ticked}.items() if value not in (None, False, [])}
    assert client.post(path, sent).status_code == 302


def hexes(*pages):
    return [each.key.hex for each in pages]


def test_an_action_is_left_out_and_taken_in_again(workshop):
    path, name = f"/events/{workshop.event.slug}/proceedings/", f"out-{workshop.action.key.hex}"
    found = []
    for is_out in (False, True, False):
        keep(workshop, workshop.facilitator, **{name: is_out})
        found.append("action members" in words_of(asked(path, workshop.member)))

    assert found == [True, False, True]


def test_what_one_may_not_read_stays_as_an_editor_arranged_it(workshop):
    first, hidden, last = (workshop.outputs[name] for name in ("members", "named", "public"))
    places = hexes(first, hidden, last)
    arrange(event=workshop.event.identity, by=editor(), introduction="", places=places, left_out=hexes(hidden, first))
    keep(workshop, workshop.facilitator, **{f"out-{first.key.hex}": False, f"place-{first.key.hex}": 99})
    kept = Arrangement.objects.get()

    assert kept.left_out == hexes(hidden)
    assert kept.places.index(hidden.key.hex) == 1
    assert kept.places.index(last.key.hex) < kept.places.index(first.key.hex)
    assert len(kept.places) == len(set(kept.places))
    assert "finding named" not in words_of(asked(f"/events/{workshop.event.slug}/proceedings/", workshop.of_named))
