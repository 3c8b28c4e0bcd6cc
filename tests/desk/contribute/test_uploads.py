"""Whoever writes the programme of an event adds the files of its contributions: checked as in the admin, and open with
the event."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from events.models import EventContribution, EventPage
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.media.models import PortalDocument
from portal.records.registry import kinds
from portal.records.submissions import approve
from tests.desk.contribute.filling import fields, type_in
from tests.desk.contribute.test_runners import address, section
from tests.factories.events import make_event, with_role
from tests.factories.media import DocumentFactory
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
MATERIALS = "Contributions and their materials"
MOST_QUERIES = 25
SLIDES = b"What we have, and who may ask for it."


@pytest.fixture
def page():
    organisation = OrganisationFactory()
    page = make_event(organisations=[with_role(organisation, "facilitator")])
    decide(page, listed_to=Level.MEMBERS)
    page.facilitator = member_of(organisation)
    return page


@pytest.fixture
def queries_of_form(client, django_assert_max_num_queries):
    """How many queries a form costs the second time that somebody opens it."""

    def ask(url):
        client.get(url)
        with django_assert_max_num_queries(60) as queries:
            client.get(url)
        return len(queries)

    return ask


@pytest.fixture
def materials(client, page):
    client.force_login(page.facilitator)
    return section(client, page, MATERIALS)


def notes(name="Slides.txt", content=SLIDES):
    return SimpleUploadedFile(name, content, "text/plain")


def add(client, url, file, **typed):
    said = {"contributions-0-title": "A talk", "contributions-0-document": file, **typed}
    return type_in(client, url, **said)


def drafted(page):
    return EventPage.objects.get(pk=page.pk).get_latest_revision_as_object().contributions.all()


def test_a_file_goes_with_its_contribution_once_that_is_reviewed(client, materials, page):
    assert 'enctype="multipart/form-data"' in client.get(materials).text
    assert add(client, materials, notes()).status_code == 302
    (row,) = drafted(page)
    document = row.document
    assert (document.title, document.uploaded_by_user, read(document)) == ("A talk", page.facilitator, SLIDES)
    stranger = Client()
    stranger.force_login(member_of(OrganisationFactory()))
    assert opened_by(document, client, stranger) == [404, 404]

    client.post(address(page), {"send": "yes"})
    approve(page=EventPage.objects.get(pk=page.pk), by=editor())

    assert opened_by(document, client, stranger, Client()) == [200, 200, 404]


def test_it_stays_while_other_things_change_and_goes_when_it_is_taken_away(client, materials, page):
    add(client, materials, notes())
    (before,) = [row.document for row in drafted(page)]
    type_in(client, materials, **{"contributions-0-title": "The talk"})
    assert [(row.title, row.document) for row in drafted(page)] == [("The talk", before)]
    assert str(before) in client.get(materials).text

    type_in(client, materials, **{"contributions-0-document-clear": "on"})

    assert [(row.title, row.document) for row in drafted(page)] == [("The talk", None)]


def test_another_file_takes_its_place(client, materials, page):
    add(client, materials, notes())
    add(client, materials, notes("New.txt", b"Newer words."))

    assert [read(row.document) for row in drafted(page)] == [b"Newer words."]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("Places.txt", b"The place is 33.512345, 36.276512", "must not be here"),
        ("areas.kml", b"<kml/>", "geographic data"),
        ("run.exe", b"MZ", ""),
        ("Empty.pdf", b"", ""),
    ],
)
def test_what_the_admin_refuses_is_refused_here_and_nothing_typed_is_lost(client, materials, page, name, content, said):
    answer = add(client, materials, SimpleUploadedFile(name, content))

    assert (answer.status_code, PortalDocument.objects.count(), len(drafted(page))) == (400, 0, 0)
    assert fields(answer)["contributions-0-title"] == ["A talk"]
    wrong = [text for field, text in answer.context["errors"] if field and field.name == "document"]
    assert len(wrong) == 1
    assert said in wrong[0]


def read(document):
    with document.file.open("rb") as file:
        return file.read()


def opened_by(document, *clients):
    """How the address of a document answers each of them."""
    answers = [client.get(document.url) for client in clients]
    # Read to its end a file is closed.
    for answer in answers:
        b"".join(answer)
    return [answer.status_code for answer in answers]


def stored():
    folder = Path(PortalDocument._meta.get_field("file").storage.path("documents"))
    return {each.name for each in folder.glob("*.txt")} if folder.exists() else set()


def test_what_is_not_kept_leaves_no_file_behind(client, materials, page):
    before = stored()
    opened = fields(client.get(materials))
    add(client, materials, notes())
    kept = PortalDocument.objects.get()
    said = {"contributions-0-title": "Another talk", "contributions-0-document": notes("Late.txt")}

    answer = client.post(materials, opened | said | {"continue": "yes"})

    assert (answer.status_code, PortalDocument.objects.get()) == (409, kept)
    assert "choose it again" in answer.text
    assert stored() - before == {Path(kept.file.name).name}


def test_the_number_of_queries_is_the_same_for_any_number_of_files(client, materials, page, queries_of_form):
    found = []
    for number in (1, 5):
        files = [DocumentFactory() if each < number else None for each in range(5)]
        bodies = [OrganisationFactory() if each < number else None for each in range(5)]
        rows = [
            EventContribution(title="A talk", document=a, organisation=b) for a, b in zip(files, bodies, strict=True)
        ]
        page.contributions.set(rows)
        page.save_revision().publish()
        found.append(queries_of_form(materials))

    assert found[0] == found[1] <= MOST_QUERIES


def test_it_is_the_same_for_any_number_of_lines(client, materials, page, queries_of_form):
    found = []
    for number in (1, 5):
        bodies = [OrganisationFactory() for _ in range(number)]
        page.contributions.set([EventContribution(title="A talk", organisation=each) for each in bodies])
        page.save_revision().publish()
        found.append(queries_of_form(materials))

    assert found[0] == found[1] <= MOST_QUERIES


def test_a_line_offers_what_one_may_know_of_and_keeps_what_one_may_not_unseen(client, materials, page):
    """The choices are read together for all lines: each still has its own."""
    hidden, open_to_all = OrganisationFactory(), OrganisationFactory()
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    page.contributions.set([EventContribution(title=each.slug, organisation=each) for each in (hidden, open_to_all)])
    page.save_revision().publish()

    offered = {
        form.instance.title: set(_choices(form))
        for form in client.get(materials).context["asked"].rows["contributions"].forms
    }

    assert offered[hidden.slug] == set()
    assert open_to_all.pk in offered[open_to_all.slug]
    assert hidden.pk not in offered[open_to_all.slug]
    type_in(client, materials, **{"contributions-1-title": "Other words"})
    assert [row.organisation for row in drafted(page)] == [hidden, open_to_all]


def _choices(form):
    """The primary keys of the organisations that a line can name; none where it has no such question."""
    field = form.fields.get("organisation")
    return [value.instance.pk for value, _ in field.choices if value] if field else []


def test_members_add_files_to_contributions_alone():
    assert {kind.key: kind.short.files for kind in kinds() if kind.short and kind.short.files} == {
        "event": {("contributions", "document")}
    }
