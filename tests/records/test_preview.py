"""The preview of a draft, inside the editor's frame."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access.enums import Level
from portal.records.submissions import save_draft, submit_for_review
from portal.taxonomy.models import Country, ParticipantRole
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import make_record
from tests.records.admin_form import add_url, edit_url, rows, shown

pytestmark = pytest.mark.django_db
NO = {"names_person": False, "names_place": False, "tells_unpublished": False}


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def preview(client, url, form):
    answer = client.post(url, form)
    assert answer.json() == {"is_valid": True, "is_available": True}
    return client.get(url)


def test_the_preview_shows_what_is_typed_with_its_rows_and_terms(editing):
    page = make_record(title="Published words")
    country, organisation = Country.objects.get(key="nga"), OrganisationFactory(name_en="Typed organisation")
    role = ParticipantRole.objects.get(key="data_provider")
    form = shown(editing.get(edit_url(page))) | {
        "title": "Typed words",
        "countries": [country.pk],
        **rows("organisations", {"organisation": organisation.pk, "role": role.pk}),
        **rows("lessons", {"text": "A lesson just typed."}),
    }

    answer = preview(editing, reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), form)

    for text in ("Typed words", country.label, "Typed organisation", "A lesson just typed."):
        assert text in answer.text
    page.refresh_from_db()
    assert page.title == "Published words"
    assert not page.lessons.exists()


def test_the_preview_may_be_framed_by_the_editor_and_by_nobody_else(editing):
    page = make_record()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    answer = preview(editing, url, shown(editing.get(edit_url(page))))

    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"] + ";"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    editing.logout()
    assert "frame-ancestors 'none'" in editing.get(page.get_url()).headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_before_the_first_draft_the_preview_asks_for_it(editing, language):
    index = CaseStudyIndexPage.objects.get(locale=Locale.objects.get(language_code=language))
    form = shown(editing.get(add_url(CaseStudyPage, index))) | {"title": "Typed"}
    url = reverse("wagtailadmin_pages:preview_on_add", args=["case_studies", "casestudypage", index.pk])

    answer = preview(editing, url, form)

    assert answer.status_code == 200
    with translation.override(language):
        assert gettext("Save the draft once: then it is shown here as its readers will see it.") in answer.text


@pytest.mark.parametrize("model", [CaseStudyPage, PracticePage])
def test_a_draft_is_viewed_as_its_readers_will(editing, model):
    page = make_record(model, title="Never published", publish=False)

    answer = editing.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert answer.status_code == 200
    assert "Never published" in answer.text


def test_previewing_asks_for_no_access(editing):
    page = make_record()
    form = shown(editing.get(edit_url(page))) | {"listed_to": "members", "details_to": "members"}

    preview(editing, reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), form)

    assert not hasattr(page.identity, "wish")


def test_what_waits_is_read_as_its_readers_will_with_the_way_back(editing):
    """No word for editors in it, the levels that are asked for, and nobody signed in."""
    page = make_record(title="Sent words", listed_to=Level.OWNER, publish=False)
    author = editor()
    save_draft(page=page, by=author, access={"listed_to": "members", "details_to": "members", "reason": "", **NO})
    submit_for_review(page=page, by=author)
    review = reverse("records_admin:review", args=[page.pk])
    task = CaseStudyPage.objects.get(pk=page.pk).current_workflow_task_state.task_id

    text = editing.get(reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, task])).text

    assert "Sent words" in text
    assert f'href="{review}"' in text
    assert "Asked for: may read all of it: Members of the community." in text
    for word in ("Withdraw it now", "Still empty and worth filling", "Focal points of the organisations", "Sign in"):
        assert word not in text


def test_a_preview_that_waits_for_nothing_leads_to_no_review(editing):
    page = make_record(publish=False)

    assert "Back to the review" not in editing.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).text
