"""Forty and more things that are wrong with a row or its cells: each is said, all at once, and nothing is written."""

import pytest

from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from portal.records.registry import kind
from portal.transfer.bringing.known import Known
from portal.transfer.bringing.running import bring
from practices.holdings.models import DataHoldingPage
from tests.factories.people import OrganisationFactory, UserFactory, member_of
from tests.factories.records import make_record
from tests.transfer.bringing.files import as_csv, table

pytestmark = pytest.mark.django_db

GOOD = {
    "title": "Schools", "data_kinds": "schools", "countries": "ukr", "owner_note": "The ministry",
    "access_method": "by_request",
}  # fmt: skip
WRONG = [
    ("countries", "ukrainee", "This is not in the list of countries. Did you mean: ukraine"),
    ("countries", "ukr | nowhere-at-all", "This is not in the list of countries."),
    ("data_kinds", "shools", "This is not in the list of data kinds. Did you mean: schools"),
    ("access_method", "by letter", "This is not in the list of access methods."),
    ("last_updated_on", "03/04/2026", "Nobody can tell day from month in this. Write the year first."),
    ("last_updated_on", "3.4.26", "Nobody can tell day from month in this."),
    ("last_updated_on", "46000", "This is a number, not a day"),
    ("last_updated_on", "2026-02-30", "There is no such day, or it is out of range."),
    ("last_updated_on", "1026-02-03", "The year is out of range."),
    ("last_updated_on", "yesterday", "This is no day. A day as year-month-day, for example 2026-04-03."),
    ("from_year", "20226", "This number is out of range. A year of four digits, from 1900 to 2100."),
    ("from_year", "about 2020", "This is no whole number."),
    ("from_year", "-2020", "This number is out of range."),
    ("to_year", "2020.5", "This is no whole number."),
    ("usual_answer_days", "100000", "This number is out of range. A whole number from 0 to 32767."),
    ("usual_answer_days", "ten", "This is no whole number."),
    ("title", "x" * 256, "It has 256 characters; at most 255 fit."),
    ("title", "", "Something must stand here."),
    ("summary", "x" * 301, "It has 301 characters; at most 300 fit."),
    ("known_quality", "x" * 20_001, "It has 20001 characters; at most 20000 fit."),
    ("known_quality", "<p onclick=\"x()\">Hello</p>", "This tag is not allowed: <p>."),
    ("known_quality", "<p><script>x</script></p>", "This tag is not allowed: <script>."),
    ("title", "Sch\x00ools", "It holds a sign that cannot be seen (U+0000)."),
    ("title", "Schools\u202esloohcs", "It holds a sign that turns the direction of words (U+202E)."),
    ("data_note", "a\x07b", "It holds a sign that cannot be seen (U+0007)."),
    ("data_url", "example", "This is no web address."),
    ("data_url", "javascript:alert(1)", "This is no web address. Write one such as https://example.org/page."),
    ("focal_mailbox", "somebody", "This is no e-mail address. Write one such as im@example.org."),
    ("has_pcodes", "perhaps", "This is neither yes nor no. Allowed: yes, no."),
    ("owner_consent", "certainly", "This is not among the choices. Allowed: "),
    ("platform", "the big one", "This is no code of an entry. Write a code such as DH-7K3M."),
    ("platform", "PL-0000", "There is no entry with this code."),
    ("organisations", "organisation: Nobody | role: data_owner", "Line 1: organisation: “Nobody” – There is no organi"),
    ("organisations", "role: data_owner", "Line 1: “organisation” must be said."),
    ("ladder", "audience: public | rung: exactly", "Line 1: rung: “exactly” – This is not in the list of sharing"),
    ("ladder", "audience: public | step: exact", "Line 1: “step” is no name of a part of a line."),
    ("ladder", "audience: public | audience: members | rung: exact", "Line 1: “audience” stands twice in this line."),
    ("uses", '{"sector": "education"', "Line 1: This is no JSON."),
    ("uses", '{"sector": ["education"]}', "Line 1: This is no JSON object of texts."),
    ("uses", "\n".join(["sector: education"] * 201), "There are more than 200 lines in this cell."),
    ("sources", "title: Report | year: last", "Line 1: year: “last” – This is no whole number."),
    ("tags", "x" * 101, "“" + "x" * 30 + "…” is too long: at most 100 characters."),
    ("listed_to", "everybody", "This is not among the choices. Allowed: public, members, "),
    ("details_to", "public", "More people would read it than may know of it."),
    ("named_organisations", "Nobody", "There is no organisation of this name, abbreviation or code."),
    ("names_person", "who knows", "This is neither yes nor no."),
    ("language", "de", "This is not among the choices. Allowed: en, fr, ar."),
    ("code", "7K3M", "This is no code of an entry. Leave it empty for a new entry."),
    ("code", "DH-0000", "There is no entry of yours with this code. Leave it empty for a new entry."),
    ("reviewed_on", "2026-01-01", "Only administrators bring this."),
    ("source_id", "ho-1", "Only administrators bring this."),
    ("is_demo", "yes", "Only administrators bring this."),
    ("slug", "my-address", "Only administrators bring this."),
    ("access_method", "", "“how to get it” must be answered."),
    ("owner_note", "", "“Who owns the data?” must be answered. Fill in: owner_note."),
]  # fmt: skip
"""Column, value, and what is said of it."""


def brought(data, user, organisation=None, **options):
    known = Known(user, is_admin=user.is_superuser)
    return bring(table(data), kind("holding"), known, title="file", organisation=organisation, **options)


@pytest.fixture
def organisation():
    return OrganisationFactory(name_en="Ours")


@pytest.fixture
def member(organisation):
    return member_of(organisation)


def test_a_file_with_every_error_says_each_and_changes_nothing(member, organisation):
    columns = list(dict.fromkeys([*GOOD, *(column for column, _value, _why in WRONG)]))
    rows = [
        [{"listed_to": "members", **GOOD, column: value}.get(name, "") for name in columns]
        for column, value, _ in WRONG
    ]
    before = RecordPage.objects.count(), RecordIdentity.objects.count()

    found = brought(as_csv(columns, *rows), member, organisation)

    assert [(each.row, each.column) for each in found.wrong] == [
        (number, column) for number, (column, _value, _why) in enumerate(WRONG, 2)
    ]
    for each, (_column, _value, why) in zip(found.wrong, WRONG, strict=True):
        assert f"{each.why} {each.allowed}".startswith(why)
    assert (RecordPage.objects.count(), RecordIdentity.objects.count()) == before


def test_one_wrong_row_keeps_the_others_from_being_written(member, organisation):
    good = list(GOOD.values())

    found = brought(as_csv([*GOOD, "from_year"], [*good, ""], [*good, "soon"], [*good, ""]), member, organisation)

    assert [str(each) for each in found.wrong] == [
        "Row 3, column “from_year”: “\u2068soon\u2069” This is no whole number. "
        "A year of four digits, from 1900 to 2100."
    ]
    assert RecordPage.objects.count() == 0


def test_rules_of_the_model_name_their_column(member, organisation):
    row = {**GOOD, "from_year": "2020", "to_year": "2010"}

    (wrong,) = brought(as_csv(row, row.values()), member, organisation).wrong

    assert (wrong.column, wrong.value, wrong.why) == ("to_year", "2010", "The last year is before the first, 2020.")


def test_the_same_code_twice_is_wrong(member):
    page = make_record(DataHoldingPage, title="Ours", publish=False)
    page.identity.contributors.add(member)
    code = page.identity.code

    found = brought(as_csv(["code", "title"], [code, "One"], [code, "Two"]), UserFactory(is_superuser=True))

    assert [(each.row, each.column, each.why) for each in found.wrong] == [(3, "code", "Row 2 has the same code.")]


def test_headers_are_looked_at_first(member, organisation):
    data = as_csv(["title", "titel", "title", "countries"], ["Schools", "", "", "nowhere-at-all"])

    found = brought(data, member, organisation)

    assert [(each.row, each.column, each.why) for each in found.wrong[:2]] == [
        (0, "titel", "There is no such column."), (0, "title", "Two columns have this name. Keep one."),
    ]  # fmt: skip
    assert found.wrong[0].allowed.startswith("Did you mean: title")


def test_a_table_of_nothing_that_we_know_has_wrong_columns_alone(member):
    found = brought(as_csv(["Nom", "Prénom"], ["a", "b"]), member)

    assert [(each.row, each.column) for each in found.wrong] == [(0, "Nom"), (0, "Prénom")]


def test_without_title_and_code_nobody_knows_what_a_row_is(member, organisation):
    found = brought(as_csv(["summary"], ["Of what?"]), member, organisation)

    assert (0, "title", "This column is missing: without it nobody knows what a row is about.") in [
        (each.row, each.column, each.why) for each in found.wrong
    ]
