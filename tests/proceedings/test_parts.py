"""An event of many lines is arranged in parts: each is small enough to be sent, and what stands in others stays."""

import pytest
from django.conf import settings
from django.test import Client

from events.capture.models import CapturedLine
from events.proceedings.forms import ArrangeForm
from events.proceedings.models import Arrangement
from events.proceedings.parts import MOST_LINES, cut
from events.proceedings.services import arrange
from tests.desk.contribute.filling import fields
from tests.factories.proceedings import Workshop

pytestmark = pytest.mark.django_db
MANY = 800


@pytest.fixture
def workshop():
    workshop = Workshop().with_others()
    said = {"event": workshop.event.identity, "session_key": workshop.first.translation_key, "language": "en"}
    CapturedLine.objects.bulk_create(CapturedLine(text=f"Line {number}", **said) for number in range(MANY))
    return workshop


@pytest.fixture
def facilitator(workshop):
    client = Client()
    client.force_login(workshop.facilitator)
    return client


def path(workshop, part=1):
    return f"/events/{workshop.event.slug}/proceedings/arrange/?part={part}"


def minutes_in(response):
    choices = response.context["form"].fields["minutes"].choices if "minutes" in response.context["form"].fields else []
    return [value for _session, group in choices for value, _words in group]


def test_each_line_stands_in_one_part():
    keys = [str(number) for number in range(2 * MOST_LINES + 1)]
    parts = [cut(keys, number) for number in (1, 2, 3)]

    assert [len(part.keys) for part in parts] == [MOST_LINES, MOST_LINES, 1]
    assert set().union(*(part.keys for part in parts)) == set(keys)
    assert [cut(keys, number).number for number in (0, 4, 99)] == [1, 3, 3]
    assert (cut([], 5).number, cut([], 5).are, cut(keys[:3], 1).mark) == (1, 1, "")


def test_all_of_them_can_be_told_part_by_part(workshop, facilitator):
    parts = facilitator.get(path(workshop)).context["form"].part.are
    assert parts == 3
    for part in range(1, parts + 1):
        shown = facilitator.get(path(workshop, part))
        sent = fields(shown) | {"minutes": minutes_in(shown)}
        number = sum(len(value) if isinstance(value, list) else 1 for value in sent.values())
        assert number < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        assert facilitator.post(path(workshop, part), sent).status_code == 302

    assert len(Arrangement.objects.get().minutes) == MANY


def test_a_part_changes_nothing_of_the_others(workshop, facilitator):
    places = [row.key for row in ArrangeForm(page=workshop.event, user=workshop.facilitator).rows]
    told = CapturedLine.objects.last()
    out = places[-1]
    arrange(
        event=workshop.event.identity, by=workshop.facilitator, introduction="Hear", places=places[::-1],
        left_out=[out], minutes=[told.pk.hex],
    )  # fmt: skip
    before, order = Arrangement.objects.get(), ArrangeForm(page=workshop.event, user=workshop.facilitator).rows
    shown = facilitator.get(path(workshop, 2))
    assert facilitator.post(path(workshop, 2), fields(shown)).headers["Location"].endswith("?part=2")

    now = Arrangement.objects.get()
    assert now.places == [row.key for row in order]
    assert (now.introduction, now.left_out, now.minutes) == ("Hear", [out], before.minutes)


def test_lines_that_came_meanwhile_are_not_decided_on_unseen(workshop, facilitator):
    shown = facilitator.get(path(workshop, 2))
    CapturedLine.objects.filter(pk__in=CapturedLine.objects.values("pk")[:5]).delete()
    answer = facilitator.post(path(workshop, 2), fields(shown) | {"introduction": "Kept in sight"})

    assert (answer.status_code, Arrangement.objects.count()) == (400, 0)
    assert fields(answer)["introduction"] == ["Kept in sight"]
    assert facilitator.post(path(workshop, 2), fields(answer)).status_code == 302
