"""Organisations in the admin."""

import pytest
from django.urls import reverse

from portal.directory.models import Organisation
from portal.taxonomy.models import OrganisationType
from tests.factories.people import OrganisationFactory, UserFactory, editor
from tests.records.admin_form import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def kind():
    return OrganisationType.objects.get(key="international_ngo")


def test_an_editor_adds_and_changes_an_organisation(editing):
    typed = {
        "name_en": "New body",
        "kind": kind().pk,
        "also_named": "Old body\nOlder body",
        "email_domains": "new.example",
    }
    send(editing, reverse("organisations:add"), **typed)
    organisation = Organisation.objects.get(name_en="New body")
    assert (organisation.also_named, organisation.email_domains) == (["Old body", "Older body"], ["new.example"])

    send(editing, reverse("organisations:edit", args=[organisation.pk]), name_fr="Nouvel organisme")

    organisation.refresh_from_db()
    assert (organisation.name_fr, organisation.also_named) == ("Nouvel organisme", ["Old body", "Older body"])


def test_the_list_is_searched_by_any_name(editing):
    OrganisationFactory(name_en="First", name_fr="Premier organisme")
    OrganisationFactory(name_en="Second")

    text = editing.get(reverse("organisations:index_results") + "?q=premier").text

    assert "First" in text
    assert "Second" not in text


def test_one_that_is_missing_is_added_where_it_is_chosen(editing):
    url = reverse("organisation_chooser:create")

    answer = editing.post(url, {"name_en": "Missing body", "kind": kind().pk})

    assert answer.json()["result"]["title"] == "Missing body"
    assert "Missing body" in editing.get(reverse("organisation_chooser:choose_results") + "?q=missing").text


@pytest.mark.parametrize("person", [editor, lambda: UserFactory(is_superuser=True, is_staff=True)])
def test_nobody_deletes_an_organisation(client, person):
    client.force_login(person())
    organisation = OrganisationFactory()

    client.post(reverse("organisations:delete", args=[organisation.pk]))

    assert Organisation.objects.filter(pk=organisation.pk).exists()
