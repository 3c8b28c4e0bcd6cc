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


def test_only_an_administrator_makes_an_authority_of_it_or_something_else(client):
    authority = OrganisationType.objects.get(key="national_mine_action_authority")
    ministry = OrganisationType.objects.get(key="government")
    for before, after in ((authority, kind()), (kind(), authority)):
        organisation = OrganisationFactory(kind=before)
        url = reverse("organisations:edit", args=[organisation.pk])

        client.force_login(editor())
        refused = send(client, url, kind=after.pk)
        organisation.refresh_from_db()
        assert "two editors name who speaks for it" in refused.text
        assert organisation.kind == before

        client.force_login(UserFactory(is_superuser=True, is_staff=True))
        send(client, url, kind=after.pk)
        organisation.refresh_from_db()
        assert organisation.kind == after

    client.force_login(editor())
    send(client, url, kind=ministry.pk)
    assert Organisation.objects.get(pk=organisation.pk).kind == ministry


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


def merge_form(organisation):
    return reverse("organisation_merge", args=[organisation.pk])


def test_an_administrator_merges_a_double(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    drop, keep = OrganisationFactory(name_en="Double"), OrganisationFactory(name_en="Kept")
    assert merge_form(drop) in client.get(reverse("organisations:index")).text
    assert merge_form(drop) in client.get(reverse("organisations:edit", args=[drop.pk])).text
    assert "Nothing names this organisation" in client.get(merge_form(drop)).text

    refused = client.post(merge_form(drop), {"keep": drop.pk, "reason": "Why"})
    answer = client.post(merge_form(drop), {"keep": keep.pk, "reason": "Same office"}, follow=True)

    assert "Choose another organisation." in refused.text
    assert "“Double” was merged into “Kept”." in answer.text
    assert Organisation.objects.get(pk=drop.pk).merged_into == keep
    assert merge_form(drop) not in client.get(reverse("organisations:index")).text
    assert client.get(merge_form(drop)).status_code == 404
    assert "Double" not in client.get(reverse("organisation_chooser:choose_results") + "?q=double").text


def test_an_editor_does_not(editing):
    drop, keep = OrganisationFactory(), OrganisationFactory()
    assert "Merge into" not in editing.get(reverse("organisations:index")).text

    answers = [editing.get(merge_form(drop)), editing.post(merge_form(drop), {"keep": keep.pk, "reason": "Why"})]

    assert {answer.status_code for answer in answers} <= {302, 403}
    assert Organisation.objects.get(pk=drop.pk).merged_into is None


def test_what_was_merged_cannot_be_chosen(client):
    drop, keep = OrganisationFactory(name_en="Double"), OrganisationFactory()
    Organisation.objects.filter(pk=drop.pk).update(merged_into=keep)
    client.force_login(editor())

    send = client.post(
        reverse("organisations:edit", args=[keep.pk]),
        {"name_en": "Kept", "kind": kind().pk, "part_of": drop.pk, "also_named": "", "email_domains": ""},
    )

    assert "Select a valid choice" in send.text
