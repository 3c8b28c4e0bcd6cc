"""A member brings a spreadsheet: sends it, looks at it, writes it, undoes it; editors decide once."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from portal.access.models import AccessWish
from portal.records.models import RecordPage, Submission, SubmittedPart
from portal.records.registry import kind
from portal.records.submissions import approve
from portal.transfer.bringing.known import Known
from portal.transfer.bringing.running import bring
from portal.transfer.models import Import, ImportedEntry
from practices.holdings.models import DataHoldingPage
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record
from tests.transfer.bringing.files import as_csv, as_xlsx, table

pytestmark = pytest.mark.django_db
HEADER = ["code", "title", "data_kinds", "countries", "owner_note", "access_method", "listed_to", "details_to",
          "names_person", "names_place", "tells_unpublished"]  # fmt: skip
SAID = ["schools", "ukr", "The ministry", "by_request", "members", "members", "no", "no", "no"]
NEW = reverse("transfer:import-new", args=["holdings"])


@pytest.fixture
def organisation():
    return OrganisationFactory(name_en="Ours")


@pytest.fixture
def member(organisation):
    return member_of(organisation)


@pytest.fixture
def client(member):
    client = Client()
    client.force_login(member)
    return client


def sent(client, data, name="ours.csv", path=NEW):
    """The answer to a file."""
    return client.post(path, {"file": SimpleUploadedFile(name, data)})


def prepared(client, *rows):
    """The address of what would become of rows."""
    answer = sent(client, as_csv(HEADER, *rows))
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_nothing_is_written_before_it_was_looked_at(client, member):
    path = prepared(client, ["", "Schools of Ukraine", *SAID])

    shown = client.get(path)

    assert shown.status_code == 200
    assert "Schools of Ukraine" in shown.content.decode()
    assert shown.context["counts"] == [("new", 1)]
    assert RecordPage.objects.count() == 0


def test_it_is_written_once_as_drafts_of_the_organisation_and_one_submission(client, member, organisation):
    path = prepared(client, ["", "Schools", *SAID], ["", "Hospitals", *SAID])

    client.post(path, {"write": "yes"})
    client.post(path, {"write": "yes"})

    pages = list(DataHoldingPage.objects.order_by("title"))
    assert [(page.title, page.live, page.workflow_in_progress) for page in pages] == [
        ("Hospitals", False, True), ("Schools", False, True),
    ]  # fmt: skip
    assert {page.identity.custodian for page in pages} == {organisation}
    assert {member} == {user for page in pages for user in page.identity.contributors.all()}
    (submission,) = Submission.objects.all()
    assert set(submission.parts.values_list("object_id", flat=True)) == {str(page.pk) for page in pages}
    assert {(wish.listed_to, wish.details_to) for wish in AccessWish.objects.all()} == {("members", "members")}


def test_an_editor_decides_and_what_was_asked_is_granted(client, member):
    client.post(prepared(client, ["", "Schools", *SAID]), {"write": "yes"})
    page = DataHoldingPage.objects.get()

    approve(page=page, by=editor())

    page.refresh_from_db()
    assert page.live
    assert (page.identity.listed_to, page.identity.details_to) == ("members", "members")


def test_a_row_with_a_code_shows_each_field_that_changes(client, member):
    client.post(prepared(client, ["", "Schools", *SAID]), {"write": "yes"})
    page = DataHoldingPage.objects.get()
    approve(page=page, by=editor())
    code = page.identity.code

    shown = client.get(prepared(client, [code, "Schools of 2026", *SAID]))

    (row,) = shown.context["page"].object_list
    assert (row["outcome"], row["code"]) == ("changed", code)
    assert row["changes"] == [["title", "Schools", "Schools of 2026"]]


def test_what_says_the_same_is_unchanged_and_nothing_comes_of_it(client, member):
    client.post(prepared(client, ["", "Schools", *SAID]), {"write": "yes"})
    page = DataHoldingPage.objects.get()
    approve(page=page, by=editor())
    before = page.revisions.count()

    path = prepared(client, [page.identity.code, "Schools", *SAID])
    client.post(path, {"write": "yes"})

    assert client.get(path).context["counts"] == [("unchanged", 1)]
    assert page.revisions.count() == before


def test_what_somebody_changed_meanwhile_is_looked_at_again(client, member):
    client.post(prepared(client, ["", "Schools", *SAID]), {"write": "yes"})
    page = DataHoldingPage.objects.get()
    approve(page=page, by=editor())
    path = prepared(client, [page.identity.code, "Schools of 2026", *SAID])
    other = page.get_latest_revision_as_object()
    other.summary = "Somebody else was here."
    other.save_revision(user=editor())

    answer = client.post(path, {"write": "yes"})

    assert answer.status_code == 409
    assert "Somebody changed it since you looked." in answer.content.decode()
    assert DataHoldingPage.objects.get().get_latest_revision_as_object().title == "Schools"
    assert client.post(path, {"write": "yes"}).status_code == 302


def test_undone_it_is_as_if_it_had_never_been(client, member):
    client.post(prepared(client, ["", "Schools", *SAID]), {"write": "yes"})
    first = DataHoldingPage.objects.get()
    approve(page=first, by=editor())
    path = prepared(client, ["", "Hospitals", *SAID], [first.identity.code, "Schools of 2026", *SAID])
    client.post(path, {"write": "yes"})

    client.post(path, {"undo": "yes"})

    page = DataHoldingPage.objects.get()
    assert page.get_latest_revision_as_object().title == "Schools"
    assert not page.workflow_in_progress
    assert Import.objects.get(pk=path.strip("/").split("/")[-1]).state == "undone"


def test_what_was_published_since_is_not_undone(client, member):
    path = prepared(client, ["", "Schools", *SAID], ["", "Hospitals", *SAID])
    client.post(path, {"write": "yes"})
    approve(page=DataHoldingPage.objects.get(title="Schools"), by=editor())

    answer = client.post(path, {"undo": "yes"}, follow=True)

    assert "Somebody went on with" in answer.content.decode()
    assert DataHoldingPage.objects.count() == 2


def test_errors_are_shown_and_nothing_can_be_written(client):
    path = prepared(client, ["", "", *SAID], ["", "Schools", "shools", *SAID[1:]])

    shown = client.get(path)

    assert [(each["row"], each["column"]) for each in shown.context["wrong"]] == [(2, "title"), (3, "data_kinds")]
    assert client.post(path, {"write": "yes"}).status_code == 409
    assert RecordPage.objects.count() == 0


def test_a_file_that_is_no_table_is_said_at_the_field(client):
    answer = sent(client, b"%PDF-1.7", "ours.xlsx")

    assert answer.status_code == 400
    assert answer.context["form"].errors["file"] == ["This is a PDF file. Send XLSX, CSV or JSON."]


def test_what_is_not_said_stays_a_draft(client):
    client.post(prepared(client, ["", "Schools", *SAID[:4], "", "", "", "", ""]), {"write": "yes"})

    assert not DataHoldingPage.objects.get().workflow_in_progress
    assert SubmittedPart.objects.count() == 0


def test_entries_of_others_are_as_absent_ones(client):
    page = make_record(DataHoldingPage, title="Of others")
    said = [
        client.get(prepared(client, [code, "Mine", *SAID])).context["wrong"] for code in (page.identity.code, "DH-0000")
    ]

    assert [each["why"] for (each,) in said] == ["There is no entry of yours with this code."] * 2


def test_the_file_of_another_member_is_absent(client, organisation):
    path = prepared(client, ["", "Schools", *SAID])
    other = Client()
    other.force_login(member_of(organisation))

    assert other.get(path).status_code == other.post(path, {"write": "yes"}).status_code == 404
    assert RecordPage.objects.count() == 0


@pytest.mark.parametrize("name", ["import-new", "import-template"])
def test_only_authors_bring_files(name):
    path = reverse(f"transfer:{name}", args=["holdings"])
    stranger = Client()
    assert stranger.get(path).status_code == 302

    stranger.force_login(editor())
    assert stranger.get(path).status_code == 404


@pytest.mark.parametrize(
    "key", ["holding", "need", "practice", "case_study", "platform", "flow", "agreement", "idea", "event", "output"]
)
def test_the_example_of_each_template_is_an_entry_once_it_is_no_example(client, member, organisation, key):
    path = reverse("transfer:import-template", args=[kind(key)])
    book = load_workbook(io.BytesIO(b"".join(client.get(path))))
    names, tags, example = ([cell or "" for cell in row] for row in book.worksheets[0].values)
    known = Known(member, is_admin=False)

    nothing = bring(table(as_xlsx(names, tags, example)), kind(key), known, title="x", organisation=organisation)
    example[0] = ""
    wrong = bring(table(as_xlsx(names, tags, example)), kind(key), known, title="x", organisation=organisation).wrong

    assert (sum(nothing.counts.values()), nothing.wrong) == (0, [])
    assert [each for each in wrong if not each.why.endswith("must be answered.")] == []
    assert book.worksheets[0].data_validations.dataValidation
    assert {sheet.title: sheet.sheet_state for sheet in book.worksheets[1:]} == {
        "lists": "hidden",
        "guidance": "visible",
    }


def test_labels_in_three_languages_are_understood(client, member, organisation):
    header = ["عنوان", "data_kinds", "Pays", "owner_note", "access_method"]
    rows = table(as_csv(header[1:], ["Écoles", "Ukraine", "x", "by_request"]))
    known = Known(member, is_admin=False)

    found = bring(rows, kind("holding"), known, title="x", organisation=organisation)

    assert [(each.row, each.column) for each in found.wrong if each.row == 0] == [(0, "title")]
    assert not [each for each in found.wrong if each.column == "countries"]


def test_entries_of_an_import_are_kept_with_their_versions(client):
    client.post(prepared(client, ["", "Schools", *SAID]), {"write": "yes"})
    page = DataHoldingPage.objects.get()

    (entry,) = ImportedEntry.objects.all()

    assert (entry.row, entry.page, entry.code, entry.is_new) == (2, str(page.pk), page.identity.code, True)
    assert (entry.before, entry.after) == (0, page.latest_revision_id)
