"""Characters that XML forbids break no file; all others stay."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from events.proceedings.printing import can_print
from portal.core.writable import writable
from tests.factories.events import make_output
from tests.factories.proceedings import Workshop, asked, words_of

FORBIDDEN = "\ufffe\uffff\x0b\x1f\ud800\udfff\r"
WELCOME = "A\tb\né ع \u2068x\u2069 \ue000\ufffd\U0001f30d\U0010ffff"


def test_what_xml_forbids_is_left_out_and_nothing_else():
    assert writable(f"{FORBIDDEN}{WELCOME}{FORBIDDEN}") == WELCOME


@pytest.mark.django_db
def test_one_character_breaks_no_file():
    workshop = Workshop()
    workshop.event.proceedings_title = "What\uffff we\ufffe found"
    workshop.event.save()
    make_output("Forged \uffff line", workshop.event, workshop.first)
    path = f"/events/{workshop.event.slug}/proceedings"

    answer = asked(f"{path}.docx")

    assert answer.status_code == 200
    assert "Forged  line" in words_of(answer)
    assert Document(BytesIO(answer.content)).core_properties.title == "What we found"
    if can_print():
        assert PdfReader(BytesIO(asked(f"{path}.pdf").content)).metadata.title == "What we found"


@pytest.mark.django_db
def test_a_title_longer_than_a_property_of_a_document_breaks_no_file():
    workshop = Workshop()
    workshop.event.title, workshop.event.proceedings_title = "long " * 51, ""
    workshop.event.save()

    assert asked(f"/events/{workshop.event.slug}/proceedings.docx").status_code == 200
