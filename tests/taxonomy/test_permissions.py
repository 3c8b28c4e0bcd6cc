"""Who may keep vocabularies and glossary in the admin; nobody deletes."""

import pytest
from django.urls import reverse

from portal.taxonomy.listing import replace_url_of
from portal.taxonomy.models import GlossaryTerm, Sector
from portal.taxonomy.permissions import editor_permissions
from tests.factories.people import UserFactory, clerk
from tests.factories.taxonomy import GlossaryTermFactory, SectorFactory
from tests.taxonomy.admin_pages import address, page

pytestmark = pytest.mark.django_db


def test_nobody_deletes(superuser):
    term = SectorFactory()

    for model, pk in ((Sector, term.pk), (GlossaryTerm, GlossaryTermFactory().pk)):
        response = superuser.post(address(model, "delete", pk))
        assert response.status_code == 302
        assert model.objects.filter(pk=pk).exists()
        for content in (page(superuser, model, "list"), page(superuser, model, "edit", pk)):
            assert address(model, "delete", pk) not in content
            assert 'data-action="w-bulk' not in content


def test_several_are_not_deleted_at_once(superuser):
    term = SectorFactory()
    bulk = reverse("wagtail_bulk_action", args=["taxonomy", "sector", "delete"])

    superuser.post(f"{bulk}?id={term.pk}")

    assert Sector.objects.filter(pk=term.pk).exists()


def test_without_the_permission_there_is_nothing_to_keep(client):
    client.force_login(clerk())
    term = SectorFactory()

    assert {
        client.get(address(Sector, view, *args)).status_code for view, args in (("list", ()), ("edit", [term.pk]))
    } == {302}
    assert client.get(address(Sector, "replace", term.pk)).status_code == 302


def test_who_is_no_editor_finds_nothing(client):
    client.force_login(UserFactory())

    assert client.get(address(Sector, "replace", SectorFactory().pk)).status_code == 404


def test_who_may_only_look_is_not_offered_to_replace(client):
    user = clerk()
    user.user_permissions.add(*editor_permissions().filter(codename="view_sector"))
    client.force_login(user)
    term = SectorFactory()

    assert replace_url_of(term, user) == ""
    assert client.get(address(Sector, "replace", term.pk)).status_code == 302


def test_editors_may_keep_and_not_delete():
    names = set(editor_permissions().values_list("codename", flat=True))

    assert {"add_sector", "change_sector", "view_sector", "change_sensitivity", "add_glossaryterm"} <= names
    assert not {"add_sensitivity", "add_linkkind"} & names
    assert not [name for name in names if name.startswith("delete")]
