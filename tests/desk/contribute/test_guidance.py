"""Editors write what stands beside the fields of members' forms."""

import pytest

from portal.desk.models import FieldGuidance
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db
LIST = "/admin/field_guidance/"


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def test_an_editor_writes_it_in_three_languages(editing):
    texts = {"text_en": "One.", "text_fr": "Un.", "text_ar": "واحد."}

    answer = editing.post(f"{LIST}new/", {"kind": "need", "field": "countries", **texts})

    assert answer.status_code == 302
    made = FieldGuidance.objects.get()
    assert (made.kind, made.field, made.text_ar) == ("need", "countries", "واحد.")
    assert "Countries" in editing.get(LIST).text or "countries" in editing.get(LIST).text


def test_only_fields_that_there_are(editing):
    answer = editing.post(f"{LIST}new/", {"kind": "need", "field": "colour", "text_en": "Blue."})

    assert "There is no such field. It may be:" in answer.text
    assert not FieldGuidance.objects.exists()


def test_it_is_text_and_no_html(client):
    FieldGuidance.objects.create(kind="need", field="title", text_en="Under <b id=evil>five</b> words.")
    client.force_login(member_of(OrganisationFactory()))

    text = client.get("/contribute/needs/").text

    assert "Under &lt;b id=evil&gt;five" in text
    assert "<b id=evil>" not in text
