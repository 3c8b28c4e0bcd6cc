"""Any list as CSV: the rows of its page, for who asks, and no field more than they may read."""

from datetime import date
from urllib.parse import unquote

import pytest
from django.test import Client
from wagtail.models import Locale

from case_studies.models import CaseStudyBarrier, CaseStudyLesson
from portal.access.enums import Level, Zone
from portal.access.models import AuditEntry
from portal.access.services import READ
from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation
from portal.records.registry import kinds
from portal.taxonomy.models import BarrierKind, Country, ParticipantRole
from portal.transfer.formats import every_row
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record
from tests.transfer.taking import ask, lines, table

pytestmark = pytest.mark.django_db


def codes(path, user=None):
    return [row["code"] for row in table(path, user)]


def unconfirmed(page, *fields):
    page.unconfirmed_fields = list(fields)
    page.save_revision().publish()


def test_a_row_says_what_the_record_says():
    barrier = CaseStudyBarrier(kind=BarrierKind.objects.get(key="standards"), text="No codes.", overcome="We agreed.")
    organisation = OrganisationFactory(name_en="Giving body")
    page = make_record(
        title="=Sharing", summary="What was shared.", context="<p>First <b>line</b>.</p><p>Second.</p>",
        countries=[Country.objects.get(key="irq"), Country.objects.get(key="ukr")], barriers=[barrier],
        organisations=[RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.first())],
        from_year=2021, to_year=2023, reviewed_on=date(2026, 3, 4),
    )  # fmt: skip
    unconfirmed(page, "context", "phase")

    (row,) = table("/case-studies.csv")

    assert row["code"] == page.identity.code
    assert row["url"] == f"http://127.0.0.1:8000{page.get_url()}"
    assert (row["entry_kind"], row["language"], row["details"]) == ("case_study", "en", "open")
    assert (row["title"], row["summary"]) == ("'=Sharing", "What was shared.")
    assert row["context"] == "First line.\nSecond."
    assert row["countries"] == "Iraq | Ukraine"
    assert row["barriers"] == f"{barrier.kind.label} – No codes. – We agreed."
    assert (row["organisations"], row["years"], row["reviewed_on"]) == ("Giving body", "2021–2023", "2026-03-04")
    assert (row["unconfirmed"], row["fictional"]) == ("context", "no")
    assert row["licence"].startswith("CC BY 4.0") or "Attribution 4.0" in row["licence"]


def test_the_first_columns_and_every_field_but_the_owners():
    for kind in kinds():
        header, tags = lines(f"/{kind.index_path}.csv", editor())[:2]
        named = [field.name for field in kind.fields if field.zone is not Zone.OWNER and field.name != "licence"]
        fields = ["details_text" if name == "details" else name for name in named]

        assert header[:2] == ["code", "url"]
        assert header[9:] == fields
        assert {"fictional", "licence"} <= set(header)
        assert len(set(header)) == len(header) == len(tags)


def test_details_are_for_who_may_read_them():
    make_record(title="Open card", details_to=Level.NAMED, context="<p>Closed words.</p>", summary="Card.")
    make_record(title="Unlisted", listed_to=Level.OWNER)

    (visitors,) = table("/case-studies.csv")
    editors = {row["title"]: row for row in table("/case-studies.csv", editor())}

    assert (visitors["title"], visitors["summary"], visitors["details"]) == ("Open card", "Card.", "closed")
    assert visitors["context"] == ""
    assert editors.keys() == {"Open card", "Unlisted"}
    assert editors["Open card"]["context"] == "Closed words."


def test_what_only_the_details_have_is_not_counted_unconfirmed_for_others():
    unconfirmed(make_record(details_to=Level.MEMBERS, context="<p>Words.</p>"), "context", "countries")

    assert table("/case-studies.csv")[0]["unconfirmed"] == ""
    assert table("/case-studies.csv", member_of())[0]["unconfirmed"] == "context"


def test_only_reads_of_details_above_members_are_noted():
    narrow = make_record(details_to=Level.NAMED)
    make_record(details_to=Level.MEMBERS)
    person = editor()

    table("/case-studies.csv")
    table("/case-studies.csv", member_of())
    assert not AuditEntry.objects.filter(action=READ).exists()

    table("/search.csv", person)

    assert [(each.code, each.by) for each in AuditEntry.objects.filter(action=READ)] == [(narrow.identity.code, person)]


def test_the_same_parameters_as_the_page():
    iraq = make_record(title="Alpha words", countries=[Country.objects.get(key="irq")])
    make_record(title="Beta")
    practice = make_record(PracticePage, title="Alpha practice")

    assert codes("/case-studies.csv?country=irq") == [iraq.identity.code]
    assert codes("/search.csv?q=alpha&sort=title") == [practice.identity.code, iraq.identity.code]
    assert codes("/practices.csv?page=7") == [practice.identity.code]
    assert [row["title"] for row in table("/case-studies.csv?sort=title")] == ["Alpha words", "Beta"]


def test_what_is_ignored_is_said_in_a_header():
    hidden = make_record(listed_to=Level.OWNER, countries=[Country.objects.get(key="irq")])

    answers = [ask(f"/case-studies.csv?country={value}&colour=red") for value in ("irq", "qqq")]

    said = [unquote(answer["X-Notices"]) for answer in answers]
    assert "“colour” is not something to filter by" in said[0]
    assert said[0] == said[1].replace("qqq", "irq")
    assert hidden.identity.code not in said[0]
    assert "X-Notices" not in ask("/case-studies.csv")


def test_rows_are_in_the_language_of_the_reader_where_they_are_translated():
    page = make_record(title="Case", countries=[Country.objects.get(key="lbn")])
    copy = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    copy.title = "Cas"
    copy.save_revision().publish()
    make_record(title="Only English")

    rows = {row["code"]: row for row in table("/fr/case-studies.csv")}

    row = rows[page.identity.code]
    assert (row["title"], row["language"], row["countries"]) == ("Cas", "fr", "Liban")
    assert row["url"].startswith("http://127.0.0.1:8000/fr/case-studies/")
    assert {each["title"] for each in rows.values()} == {"Cas", "Only English"}


def test_the_owner_and_keeper_are_named():
    page = make_record()
    decide(page, listed_to=Level.PUBLIC, owner=OrganisationFactory(name_en="Owning body"))

    assert table("/case-studies.csv")[0]["owner"] == "Owning body"


def test_a_larger_organisation_is_named_to_who_may_know_of_it():
    whole = OrganisationFactory(name_en="Hidden body")
    OrganisationFactory(name_en="Part", part_of=whole)
    decide(whole, listed_to=Level.OWNER)

    rows = {row["name"]: row for row in table("/organisations.csv")}
    known = {row["name"]: row for row in table("/organisations.csv", editor())}

    assert rows["Part"]["part_of"] == ""
    assert "Hidden body" not in rows
    assert known["Part"]["part_of"] == "Hidden body"
    assert known["Part"]["kind"] == Organisation.objects.get(name_en="Part").kind.label


def test_lessons_each_with_their_case():
    page = make_record(title="Case", lessons=[CaseStudyLesson(text="Ask <b first."), CaseStudyLesson(text="Then act.")])
    make_record(title="Closed", details_to=Level.MEMBERS, lessons=[CaseStudyLesson(text="Not for you.")])

    rows = table("/lessons.csv")
    found = table("/lessons.csv?q=ask")

    assert [row["lesson"] for row in rows] == ["Ask <b first.", "Then act."]
    assert {(row["code"], row["case_study"]) for row in rows} == {(page.identity.code, "Case")}
    assert rows[1]["url"].endswith("/#lesson-2")
    assert [row["lesson"] for row in found] == ["Ask <b first."]


@pytest.mark.parametrize("number", [1, 6])
def test_any_number_of_rows_takes_the_same_queries(number, django_assert_num_queries):
    for count in range(number):
        rows = [RecordOrganisation(organisation=OrganisationFactory(), role=ParticipantRole.objects.first())]
        barrier = CaseStudyBarrier(kind=BarrierKind.objects.all()[count], text="Words")
        make_record(title=f"Case {count}", organisations=rows, barriers=[barrier])
    person = member_of()
    table("/case-studies.csv", person)

    with django_assert_num_queries(33):
        assert len(table("/case-studies.csv", person)) == number


def test_all_pages_come_each_row_once(monkeypatch):
    monkeypatch.setattr(every_row, "AT_ONCE", 2)
    made = {make_record(title=f"Case {number}").identity.code for number in range(5)}

    found = codes("/case-studies.csv")

    assert (len(found), set(found)) == (5, made)


def test_beyond_the_limit_it_says_so(monkeypatch):
    monkeypatch.setattr(every_row, "AT_ONCE", 2)
    monkeypatch.setattr(every_row, "MOST_ROWS", 3)
    for number in range(5):
        make_record(title=f"Case {number}")

    response = ask("/case-studies.csv")

    assert len(table("/case-studies.csv")) == 3
    assert unquote(response["X-Notices"]) == "There are more; narrow your search to see them."


@pytest.mark.parametrize("path", ["/nothing.csv", "/case-studies.doc", "/about.csv", "/fr/nothing.atom", "/_util.csv"])
def test_what_is_no_list_is_absent(path):
    assert ask(path).status_code == 404


def test_nothing_is_kept_and_a_head_has_no_rows():
    make_record()

    answer, head = ask("/case-studies.csv"), Client().head("/case-studies.csv")

    assert answer["Cache-Control"] == head["Cache-Control"] == "private, no-store"
    assert head.content == b""
    assert Client().post("/case-studies.csv").status_code == 405
