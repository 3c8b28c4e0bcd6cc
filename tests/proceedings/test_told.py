"""Who is told what of an event: the same in page, DOCX and PDF, in one order."""

from io import BytesIO

import pytest
from docx import Document

from events import additions
from events.proceedings.printing import can_print
from events.proceedings.services import arrange
from portal.access.enums import Level
from practices.holdings.models import DataHoldingPage
from tests.factories.proceedings import LEVELS, Workshop, asked, words_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
NAMES = [
    f"{word} {level}" for word in ("finding", "answer", "holding", "need", "idea", "action")
    for level in ("public", "members", "named")
]  # fmt: skip
PUBLIC = {"finding public", "answer public", "holding public", "need public", "idea public"}
MEMBERS = PUBLIC | {"finding members", "holding members", "need members", "idea members", "action members"}


def told(path, user=None):
    words = words_of(asked(path, user))
    return {name for name in NAMES if name in words}


@pytest.fixture
def workshop():
    return Workshop().with_others()


@pytest.mark.parametrize("form", ["/", ".docx", ".pdf"])
def test_each_reads_what_they_may_read_in_every_form(workshop, form):
    if form == ".pdf" and not can_print():
        pytest.skip("this machine makes no PDF")
    path = f"/events/{workshop.event.slug}/proceedings{form}"

    found = [told(path, user) for user in (None, workshop.member, workshop.of_named)]

    assert found == [PUBLIC, MEMBERS, MEMBERS | {"finding named"}]


@pytest.mark.parametrize("form", ["/", ".docx", ".pdf"])
def test_every_form_tells_it_in_the_same_order(workshop, form):
    if form == ".pdf" and not can_print():
        pytest.skip("this machine makes no PDF")
    words = words_of(asked(f"/events/{workshop.event.slug}/proceedings{form}", workshop.member))

    order = [
        "What we found" if form != "/" else "The host", "Programme", "What was said and found", "finding public",
        "answer public", "Answers to the key questions", "Which form is enough?", "holding public", "need public",
        "idea public", "Follow-up actions", "action members",
    ]  # fmt: skip
    places, last = [], 0
    for each in order:
        last = words.find(each, last)
        places.append(last)
    assert -1 not in places


@pytest.mark.parametrize("card", [Level.PUBLIC, Level.NAMED])
def test_what_was_declared_on_a_sheet_is_told_to_who_may_read_it(monkeypatch, card):
    workshop = Workshop()
    pages = [make_record(DataHoldingPage, title=f"holding {name}", listed_to=level) for name, level in LEVELS.items()]
    decide(pages[-1], listed_to=card, details_to=Level.NAMED)
    monkeypatch.setattr(additions, "_declared", [lambda keys: [(key, page.key) for key in keys for page in pages]])
    path = f"/events/{workshop.event.slug}/proceedings/"

    found = [{name for name in told(path, user) if "holding" in name} for user in (None, workshop.member)]

    assert found == [{"holding public"}, {"holding public", "holding members"}]


def test_no_name_of_a_person_is_in_it(workshop):
    user = workshop.action.opened_by
    user.first_name, user.last_name = "Opener", "Qwxyz"
    user.save()

    words = words_of(asked(f"/events/{workshop.event.slug}/proceedings/", workshop.facilitator))

    assert [name in words for name in (workshop.action.title, "Opener", "Qwxyz")] == [True, False, False]


@pytest.mark.parametrize("more", ["/", ".docx", "/arrange/"])
def test_who_may_not_read_the_event_finds_nothing(more):
    workshop = Workshop()
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)

    answers = [asked(f"/events/{slug}/proceedings{more}") for slug in (workshop.event.slug, "nothing-here")]

    assert [each.status_code for each in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_who_runs_it_orders_it_leaves_out_and_introduces_it():
    workshop = Workshop()
    event, outputs = workshop.event, workshop.outputs
    arrange(
        event=event.identity, by=workshop.facilitator, introduction="First words.\n\nThen others.",
        places=[workshop.second.translation_key.hex], left_out=[outputs["public"].key.hex],
    )  # fmt: skip
    words = words_of(asked(f"/events/{event.slug}/proceedings/", workshop.member))

    assert "First words." in words
    assert "finding public" not in words
    sessions = words[words.index("What was said and found") :]
    assert sessions.index("How to share") < sessions.index("Who has what")


def test_an_introduction_is_shown_to_more_people_only_after_it_was_looked_at_for_them():
    workshop = Workshop()
    decide(workshop.event, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)
    said = {"event": workshop.event.identity, "by": workshop.facilitator, "introduction": "Words for members"}
    arrange(**said)
    decide(workshop.event, listed_to=Level.PUBLIC)
    path = f"/events/{workshop.event.slug}/proceedings/"
    before = "Words for members" in words_of(asked(path))
    arrange(**said | {"event": workshop.event.identity})

    assert (before, "Words for members" in words_of(asked(path))) == (False, True)


def test_arabic_is_written_from_right_to_left(workshop):
    path = f"/ar/events/{workshop.event.slug}/proceedings"
    xml = Document(BytesIO(asked(f"{path}.docx", workshop.member).content)).element.xml

    assert xml.count("<w:bidi/>") > 5
    assert "<w:bidiVisual/>" in xml
    assert 'dir="rtl"' in asked(f"{path}/").text
    if can_print():
        assert asked(f"{path}.pdf").status_code == 200


def test_the_same_words_make_the_same_bytes(workshop):
    for form in ("docx", *(("pdf",) if can_print() else ())):
        path = f"/events/{workshop.event.slug}/proceedings.{form}"
        assert asked(path).content == asked(path).content
