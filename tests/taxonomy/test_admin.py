"""Keeping vocabularies and glossary in the admin."""

from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.urls import get_resolver, reverse
from wagtail.admin.menu import admin_menu

from case_studies.models import CaseStudyBarrier
from portal.taxonomy.listing import replace_url_of
from portal.taxonomy.models import (
    BarrierKind,
    Country,
    DataKind,
    GlossaryTerm,
    LinkKind,
    OrganisationType,
    Sector,
    Sensitivity,
)
from portal.taxonomy.permissions import editor_permissions
from portal.taxonomy.signals import terms_changed
from portal.taxonomy.vocabularies import VOCABULARIES
from portal.users.models import User
from tests.factories.people import OrganisationFactory, UserFactory, editor
from tests.factories.records import make_record
from tests.factories.taxonomy import BarrierKindFactory, DataKindFactory, GlossaryTermFactory, SectorFactory

pytestmark = pytest.mark.django_db

SLUG = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."


@pytest.fixture
def admin(client):
    """Signed in as an editor who may keep vocabularies."""
    user = editor()
    user.user_permissions.add(*editor_permissions())
    client.force_login(user)
    return client


@pytest.fixture
def superuser(client):
    client.force_login(User.objects.create_superuser("administrator@example.org"))
    return client


def address(model, view, *args):
    # Wagtail attaches the viewsets when the addresses are first read.
    list(get_resolver().reverse_dict)
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def page(client, *where, **query):
    response = client.get(address(*where), query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def posted(term, **changes):
    """What the form of a sector or data kind sends."""
    names = ("label_en", "label_fr", "label_ar", "key", "description", "sort_order", "source", "uri")
    return {name: getattr(term, name) for name in names} | {"parent": "", "valid_until": ""} | changes


# Lists


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.model.__name__)
def test_every_vocabulary_has_list_form_and_chooser(admin, vocabulary):
    model = vocabulary.model
    first = model.objects.all()[0]

    assert first.label in page(admin, model, "list")
    form = page(admin, model, "edit", first.pk)
    assert "native speaker" in form
    chooser = admin.get(reverse(model.snippet_viewset.chooser_viewset.get_url_name("choose")))
    assert first.label in unescape(chooser.json()["html"])
    assert admin.get(address(model, "add")).status_code == (200 if vocabulary.is_open else 302)


def test_a_tree_is_listed_as_a_tree(admin):
    top = DataKindFactory(key="made_top", sort_order=1)
    DataKindFactory(key="made_last", sort_order=9_999)
    DataKindFactory(key="made_below", parent=top, sort_order=9_998)

    def listed(**query):
        rows = admin.get(address(DataKind, "list"), {"q": "made_", **query}).context["object_list"]
        return [term.key for term in rows]

    assert listed() == ["made_top", "made_below", "made_last"]
    assert listed(ordering="key") == ["made_below", "made_last", "made_top"]
    assert "\u2003made_below in English" in page(admin, DataKind, "list")


def test_a_list_finds_by_any_label_and_filters(admin):
    top = DataKindFactory(key="made_top")
    DataKindFactory(key="made_past", valid_until="2020-01-01", label_ar="زعفران")
    DataKindFactory(key="made_narrow", parent=top)

    def found(**query):
        rows = admin.get(address(DataKind, "list_results"), query).context["object_list"]
        return {term.key for term in rows}

    assert found(q="زعفران") == {"made_past"}
    assert found(valid="ended") == {"made_past"}
    assert found(q="made_", valid="current") == {"made_top", "made_narrow"}
    assert found(parent=top.pk) == {"made_narrow"}


def test_the_menu_groups_the_vocabularies(admin):
    request = admin.get(address(Sector, "list")).wsgi_request
    main = admin_menu.menu_items_for_request(request)
    groups = next(item for item in main if item.name == "vocabularies").menu.menu_items_for_request(request)

    assert [item.label for item in groups] == ["People, places", "Data", "Sharing", "Work, states", "Glossary"]
    assert not {"People, places", "Snippets"} & {str(item.label) for item in main}
    shown = sum(len(group.menu.menu_items_for_request(request)) for group in groups[:-1])
    assert shown == len(VOCABULARIES)


# Changing


def test_a_new_label_is_saved_and_told(admin):
    term = Sector.objects.get(key="education")
    told = []

    def hear(**payload):
        told.append((payload["keys"], payload["by"]))

    terms_changed.connect(hear)
    try:
        response = admin.post(address(Sector, "edit", term.pk), posted(term, label_fr="Enseignement", key="other"))
    finally:
        terms_changed.disconnect(hear)

    assert response.status_code == 302
    term.refresh_from_db()
    assert (term.label_fr, term.key) == ("Enseignement", "education")
    assert told == [(frozenset(["education"]), User.objects.get(email=response.wsgi_request.user.email))]


def test_a_new_term_is_added_with_its_columns(admin):
    data = posted(OrganisationType(key="regional_body", label_en="Regional body"))

    response = admin.post(address(OrganisationType, "add"), data | {"column_is_authority": "yes"})

    assert response.status_code == 302
    term = OrganisationType.objects.get(key="regional_body")
    assert term.flag("is_authority") is True


def test_columns_that_name_other_terms_are_chosen(admin):
    term = DataKind.objects.get(key="hazards")
    columns = {
        "column_default_sensitivity": "severe",
        "column_owner_sector": "",
        "column_usual_public_rung": "nothing",
        "column_core": "no",
    }

    admin.post(address(DataKind, "edit", term.pk), posted(term) | columns)

    before, term = term.attributes, DataKind.objects.get(pk=term.pk)
    assert term.attributes == before | {name.removeprefix("column_"): value for name, value in columns.items()}


def test_wrong_entries_are_said_at_their_field(admin):
    SectorFactory(key="taken")

    bad = page_of_post(admin, posted(Sector(key="Bad Key", label_en="")))
    taken = page_of_post(admin, posted(Sector(key="taken", label_en="Again")))

    assert bad == {
        "key": [
            "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
            "Small letters, digits and _.",
        ],
        "label_en": ["This field is required."],
    }
    assert taken == {"key": ["Sector with this Key already exists."]}
    assert not Sector.objects.filter(label_en="Again").exists()


def page_of_post(client, data):
    response = client.post(address(Sector, "add"), data)
    assert response.status_code == 200
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def test_a_term_cannot_stand_below_itself(admin):
    top = DataKindFactory(key="top")
    below = DataKindFactory(key="below", parent=top)

    response = admin.post(address(DataKind, "edit", top.pk), posted(top, parent=below.pk))

    assert list(response.context["form"].errors) == ["parent"]


def test_of_a_fixed_vocabulary_only_words_change(admin):
    term = Sensitivity.objects.get(key="low")

    admin.post(
        address(Sensitivity, "edit", term.pk),
        posted(term, label_en="Slight", sort_order=99, valid_until="2020-01-01") | {"column_rank": "9"},
    )

    changed = Sensitivity.objects.get(pk=term.pk)
    assert (changed.label_en, changed.sort_order, changed.valid_until) == ("Slight", term.sort_order, None)
    assert changed.attributes == term.attributes


def test_both_ends_of_a_link_are_relabelled(admin):
    term = LinkKind.objects.get(key="documents")
    words = {
        f"column_inverse_label_{language}": term.attributes[f"inverse_label_{language}"] for language in ("fr", "ar")
    }

    admin.post(address(LinkKind, "edit", term.pk), posted(term) | words | {"column_inverse_label_en": "is told by"})

    changed = LinkKind.objects.get(pk=term.pk)
    assert changed.attributes == term.attributes | {"inverse_label_en": "is told by"}


def test_a_countrys_region_is_chosen(admin):
    form = page(admin, Country, "edit", Country.objects.get(key="eth").pk)

    assert 'name="region"' in form
    assert 'name="parent"' not in form


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


def clerk():
    """Somebody who may enter the admin and nothing else."""
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


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


# Replacing


def test_replacing_says_what_will_be_retagged_and_does_it(admin):
    old, new = SectorFactory(), SectorFactory()
    OrganisationFactory().sectors.add(old)
    where = address(Sector, "replace", old.pk)

    assert where in page(admin, Sector, "list")
    assert where in page(admin, Sector, "edit", old.pk)
    form = page(admin, Sector, "replace", old.pk)
    assert "1 place will be retagged" in form
    assert "Organisations" in form
    assert f'<option value="{old.pk}">' not in form
    response = admin.post(where, {"by_term": new.pk}, follow=True)

    assert response.redirect_chain == [(address(Sector, "list"), 302)]
    assert f"“{old}” was replaced by “{new}” in 1 place." in unescape(response.content.decode())
    assert Sector.objects.get(pk=old.pk).replaced_by == new
    assert where not in page(admin, Sector, "list")
    assert admin.get(where).status_code == 404


def test_an_unused_term_says_so(admin):
    assert "nothing will be retagged" in page(admin, Sector, "replace", SectorFactory().pk)


def test_replacing_needs_a_choice(admin):
    old = SectorFactory()

    response = admin.post(address(Sector, "replace", old.pk), {"by_term": ""})

    assert response.status_code == 200
    assert Sector.objects.get(pk=old.pk).replaced_by is None


def test_a_replacement_that_rows_forbid_is_explained(admin):
    old, new = BarrierKindFactory(), BarrierKindFactory()
    make_record(barriers=[CaseStudyBarrier(kind=kind, text="No format") for kind in (old, new)])
    with connection.cursor() as cursor:
        # No kind of record has such a rule yet.
        cursor.execute("CREATE UNIQUE INDEX kind_once ON case_studies_casestudybarrier (case_study_id, kind_id)")

    response = admin.post(address(BarrierKind, "replace", old.pk), {"by_term": new.pk})

    assert response.context["form"].errors == {
        "by_term": ["Some case studies have both terms, each only once allowed. Remove one of the two there first."]
    }
    assert BarrierKind.objects.get(pk=old.pk).replaced_by is None


def test_who_may_only_look_is_not_offered_to_replace(client):
    user = clerk()
    user.user_permissions.add(*editor_permissions().filter(codename="view_sector"))
    client.force_login(user)
    term = SectorFactory()

    assert replace_url_of(term, user) == ""
    assert client.get(address(Sector, "replace", term.pk)).status_code == 302


def test_what_code_knows_is_not_replaced(admin):
    term = Sensitivity.objects.get(key="low")

    assert admin.get(address(Sensitivity, "replace", term.pk)).status_code == 404
    assert "/replace/" not in page(admin, Sensitivity, "list")


def test_the_chooser_offers_valid_terms_and_searches(admin):
    SectorFactory(key="valid", label_ar="صالح")
    SectorFactory(key="past", valid_until="2020-01-01", label_ar="صالح")
    where = reverse(Sector.snippet_viewset.chooser_viewset.get_url_name("choose_results"))

    content = admin.get(where, {"q": "صالح"}).content.decode()

    assert "valid in English" in content
    assert "past in English" not in content
    assert "Education" not in content


# Glossary


def test_a_word_is_changed_with_its_synonyms(admin):
    word = GlossaryTerm.objects.get(key="demining")
    form = page(admin, GlossaryTerm, "edit", word.pk)
    assert ">\nclearance</textarea>" in form
    data = {
        name: getattr(word, name)
        for name in ("term_en", "term_fr", "term_ar", "acronym_en", "acronym_fr", "definition_en", "confidence")
    }

    admin.post(
        address(GlossaryTerm, "edit", word.pk),
        data | {"synonyms_en": "clearance\n\n mine clearance \nclearance", "key": "other", "is_shown": "on"},
    )

    word.refresh_from_db()
    assert (word.key, word.synonyms_en, word.synonyms_fr) == ("demining", ["clearance", "mine clearance"], [])
    assert str(word) in page(admin, GlossaryTerm, "list", q="demining")


def test_editors_may_keep_and_not_delete():
    names = set(editor_permissions().values_list("codename", flat=True))

    assert {"add_sector", "change_sector", "view_sector", "change_sensitivity", "add_glossaryterm"} <= names
    assert not {"add_sensitivity", "add_linkkind"} & names
    assert not [name for name in names if name.startswith("delete")]
