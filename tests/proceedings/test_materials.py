"""Talks with their slides, documents of outputs, kinds of barriers, addresses that help: in every form, for who may
open them."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from events.models import EventContribution, EventLink
from events.outputs.enums import What
from events.proceedings.frozen import frozen_for
from events.proceedings.printing import can_print
from events.proceedings.services import publish_proceedings
from portal.access.enums import Level
from portal.taxonomy.models import BarrierKind
from tests.factories.events import make_output
from tests.factories.media import DocumentFactory
from tests.factories.proceedings import FORMS, Workshop, asked, words_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
SLIDES, HELPS = "https://slides.example/talk", "https://helps.example/guide"


@pytest.fixture
def workshop():
    workshop = Workshop()
    page, barrier = workshop.event, BarrierKind.objects.first()
    session = workshop.first.translation_key
    page.contributions.set(
        [
            EventContribution(title="A talk", session=session, organisation=workshop.host, url=SLIDES),
            EventContribution(title="A paper", document=DocumentFactory()),
        ]
    )
    page.useful_links.set([EventLink(text="A guide", url=HELPS)])
    page.save_revision().publish()
    workshop.barrier = barrier
    make_output("A barrier", page, workshop.first, what=What.BARRIER, barrier_kind=barrier)
    workshop.report = DocumentFactory(file__filename="Report.docx", file__data=b"report")
    workshop.document = make_output("A report", page, workshop.first, what=What.DOCUMENT, document=workshop.report)
    return workshop


def links_of(response):
    """The addresses to which a file or page leads."""
    kind = response["Content-Type"]
    if kind == "application/pdf":
        notes = [note.get_object() for page in PdfReader(BytesIO(response.content)).pages for note in page["/Annots"]]
        return [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})]
    if "wordprocessing" in kind:
        parts = Document(BytesIO(response.content)).part.rels.values()
        return [part.target_ref for part in parts if part.is_external]
    return [part.partition('"')[0] for part in response.text.partition("<main")[2].split('href="')[1:]]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_them_in_order_and_leads_to_them(workshop, form):
    if form == ".pdf" and not can_print():
        pytest.skip("this machine makes no PDF")
    answer = asked(f"/events/{workshop.event.slug}/proceedings{form}")
    words = words_of(answer)
    said = words[words.rindex("What was said and found") :]

    order = [
        "Contributions", "A talk", "The host", SLIDES, "Barriers", "A barrier", workshop.barrier.label, "Documents",
        "A report", "Document (DOCX)", "Of the event as a whole", "A paper", "Document (PDF)", "Useful links",
        "A guide", HELPS,
    ]  # fmt: skip
    places = [said.find(each) for each in order]
    assert -1 not in places
    assert places == sorted(places)
    found = " ".join(links_of(answer))
    assert [
        each
        for each in (SLIDES, HELPS, workshop.report.url, f"/r/{workshop.document.identity.code}")
        if each not in found
    ] == []


def test_a_document_is_offered_to_who_may_open_it(workshop):
    version = publish_proceedings(event=workshop.event.identity, by=workshop.facilitator)
    before = {each.title for each in frozen_for(version, None).outputs if each.file}
    workshop.report.delete()

    said = frozen_for(version, None)

    assert before == {"A report"}
    assert {each.title for each in said.outputs if each.file} == set()
    assert {each.title for each in said.contributions if each.file} == {"A paper"}


def test_with_a_session_that_is_left_out_goes_what_was_brought_to_it(workshop):
    from events.proceedings.services import arrange

    left_out = [workshop.first.translation_key.hex]
    arrange(event=workshop.event.identity, by=workshop.facilitator, introduction="", left_out=left_out)
    words = words_of(asked(f"/events/{workshop.event.slug}/proceedings/"))

    assert [each in words for each in ("A talk", "A barrier", "A paper")] == [False, False, True]


def test_what_is_for_members_leads_visitors_to_no_file(workshop):
    decide(workshop.document, listed_to=Level.MEMBERS)

    answer = asked(f"/events/{workshop.event.slug}/proceedings/")

    assert workshop.report.url not in answer.text
