"""What one editor does alone on pages that are no records: nothing that the public sees."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from portal.home.models import HomePage, StandardPage
from tests.factories.people import editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(client):
    client.force_login(editor())
    return client


@pytest.fixture
def french():
    return Locale.objects.get(language_code="fr")


@pytest.fixture
def page():
    """A published text in English."""
    home = HomePage.objects.get(locale__language_code="en")
    return home.add_child(instance=StandardPage(title="Ours", slug="ours", body="<p>Text</p>"))


def translate(client, page, french, capture):
    with capture(execute=True):
        client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [french.pk]})
    return page.get_translation(french)


def test_a_translation_is_a_draft_that_follows_nothing(author, page, french, django_capture_on_commit_callbacks):
    translation = translate(author, page, french, django_capture_on_commit_callbacks)

    assert not translation.live
    assert list(Translation.objects.values_list("enabled", flat=True)) == [False]


@pytest.mark.parametrize("name", ["update_translations", "convert_to_alias", "download_pofile"])
def test_the_doors_of_synchronised_translation_are_closed(
    author, page, french, name, django_capture_on_commit_callbacks
):
    translation = translate(author, page, french, django_capture_on_commit_callbacks)
    Translation.objects.update(enabled=True)
    key = {
        "update_translations": TranslationSource.objects.get().pk,
        "convert_to_alias": translation.pk,
        "download_pofile": Translation.objects.get().pk,
    }[name]

    answer = author.post(reverse(f"wagtail_localize:{name}", args=[key]), {"publish_translations": "on"})

    assert answer.status_code == 404
    assert not Page.objects.get(pk=translation.pk).live


@pytest.mark.parametrize("action", ["localize-restart-translation", "localize-convert-to-alias"])
def test_nor_does_the_form_open_them(author, page, french, action, django_capture_on_commit_callbacks):
    translation = translate(author, page, french, django_capture_on_commit_callbacks)

    answer = author.post(reverse("wagtailadmin_pages:edit", args=[translation.pk]), {action: "1"})

    assert answer.status_code in (302, 403)
    assert list(Translation.objects.values_list("enabled", flat=True)) == [False]
    assert Page.objects.get(pk=translation.pk).alias_of is None


@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtaildocs:add"])
def test_editors_add_files(author, name):
    assert author.get(reverse(name)).status_code == 200
