"""A translation begins as a draft and is published by a review, like anything else."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.records import submissions
from tests.factories.people import UserFactory, editor
from tests.factories.records import make_record
from tests.records.admin_form import edit_url, send, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def french():
    return Locale.objects.get(language_code="fr")


@pytest.fixture
def translated(french, django_capture_on_commit_callbacks):
    """A public record and its French translation, as the admin's “Translate” leaves them."""
    page = make_record(title="A case", listed_to=Level.PUBLIC)
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [french], user=editor())
    return page, page.get_translation(french)


def test_a_translation_begins_as_a_draft(translated):
    page, french = translated

    assert (page.live, french.live) == (True, False)
    assert french.identity == page.identity
    assert french.slug == page.slug


def test_the_admins_translate_leaves_a_draft(client, french, django_capture_on_commit_callbacks):
    page = make_record(listed_to=Level.PUBLIC)
    client.force_login(editor())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [french.pk]})

    assert not page.get_translation(french).live


def test_a_translation_is_written_in_the_same_form_and_published_by_review(
    client, translated, django_capture_on_commit_callbacks
):
    page, french = translated
    author, reviewer = editor(), editor()
    client.force_login(author)
    assert shown(client.get(edit_url(french)))["listed_to"] == ["public"]
    with django_capture_on_commit_callbacks(execute=True):
        send(client, edit_url(french), "action-submit", title="Un cas")
    french.refresh_from_db()
    assert not french.live

    with django_capture_on_commit_callbacks(execute=True):
        submissions.approve(page=french, by=reviewer)

    client.logout()
    french.refresh_from_db()
    assert "Un cas" in client.get(french.get_url()).text
    assert "A case" in client.get(page.get_url()).text


@pytest.mark.parametrize("button", ["localize-restart-translation", "localize-convert-to-alias"])
def test_a_translation_never_follows_its_source_unseen(client, translated, button):
    _page, french = translated
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    client.post(edit_url(french), {button: "yes"})

    assert not Translation.objects.filter(enabled=True).exists()
    assert button not in client.get(edit_url(french)).text


def test_a_translation_is_not_made_an_alias(client, translated):
    _page, french = translated
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    client.post(reverse("wagtail_localize:convert_to_alias", args=[french.pk]))

    assert not CaseStudyPage.objects.exclude(alias_of=None).exists()
