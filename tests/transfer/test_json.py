"""Any list as JSON: the rows of the CSV by the names of its columns, codes beside labels."""

from datetime import datetime

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import Country, ParticipantRole
from portal.transfer.formats import every_row
from tests.factories.people import OrganisationFactory, editor
from tests.factories.platforms import bridge, make_platform
from tests.factories.records import decide, make_record
from tests.transfer.taking import ask, lines, parsed

pytestmark = pytest.mark.django_db


def named(organisation):
    return RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.first())


def test_it_says_what_it_is_of():
    make_record(title="Wells")

    told = parsed("/fr/case-studies.json?q=wells&colour=red&colour=blue")

    rows, notices, made = told.pop("rows"), told.pop("notices"), told.pop("generated_at")
    assert told.pop("terms").startswith("Chaque ligne indique la licence")
    assert told == {
        "list": "case-studies", "title": "Études de cas", "query": {"q": ["wells"], "colour": ["red", "blue"]},
        "total": 1, "language": "fr",
    }  # fmt: skip
    assert datetime.fromisoformat(made).utcoffset().total_seconds() == 0
    assert "colour" in notices[0]
    assert len(rows) == 1


def test_codes_stand_beside_labels_and_keys_are_the_same_in_every_language():
    make_record(title="خرائط", countries=[Country.objects.get(key="lbn")], from_year=2021, context="<p>Words.</p>")

    (english,), (french,) = (parsed(f"{prefix}/case-studies.json")["rows"] for prefix in ("", "/fr"))

    assert list(english) == list(french) == lines("/case-studies.csv")[0]
    assert (english["fictional"], english["details"], english["unconfirmed"]) == (False, "open", [])
    assert (english["title"], english["context"], english["from_year"]) == (["خرائط"], ["Words."], ["2021"])
    assert english["countries"] == [{"code": "lbn", "label": "Lebanon"}]
    assert french["countries"] == [{"code": "lbn", "label": "Liban"}]
    assert english["lessons"] == []


def test_an_organisation_has_its_code_for_who_may_know_of_it():
    hidden, known = OrganisationFactory(name_en="Hidden"), OrganisationFactory(name_en="Known")
    make_record(organisations=[named(hidden), named(known)])
    decide(hidden, listed_to=Level.OWNER)

    visitors, editors = (parsed("/case-studies.json", user)["rows"][0]["organisations"] for user in (None, editor()))

    told = {"code": known.code, "label": "Known"}
    assert visitors == [{"code": None, "label": "Hidden"}, told]
    assert editors == [{"code": hidden.code, "label": "Hidden"}, told]


def test_rows_about_entries_are_for_who_may_know_of_them():
    hidden = make_platform("Hidden", listed_to=Level.OWNER)
    make_platform("Told", bridges=[bridge(hidden, "in", "idea")])

    rows = [{row["title"][0]: row for row in parsed("/platforms.json", user)["rows"]} for user in (None, editor())]

    assert rows[0].keys() == {"Told"}
    assert rows[0]["Told"]["bridges"] == []
    assert rows[1]["Told"]["bridges"] == [f"comes in – {hidden.identity.code} Hidden – Idea"]


@pytest.mark.parametrize("number", [0, 1, 5])
def test_all_rows_come_each_once(monkeypatch, number):
    monkeypatch.setattr(every_row, "AT_ONCE", 2)
    made = {make_record(title=f"Case {count}").identity.code for count in range(number)}

    told = parsed("/case-studies.json")

    assert [row["code"] for row in told["rows"]] == [row[0] for row in lines("/case-studies.csv")[2:]]
    assert ({row["code"] for row in told["rows"]}, told["total"]) == (made, number)


def test_nothing_is_kept_and_a_head_has_no_rows():
    make_record()

    answer, head = ask("/case-studies.json"), Client().head("/case-studies.json")

    assert answer.streaming
    assert answer["Cache-Control"] == head["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="case-studies.json"'
    assert head.content == b""
    assert Client().post("/case-studies.json").status_code == 405
