"""The admin's forms of terms and of words of the glossary."""

import pytest

from portal.taxonomy.models import Country, DataKind, GlossaryTerm, LinkKind, OrganisationType, Sector, Sensitivity
from portal.taxonomy.signals import terms_changed
from portal.users.models import User
from tests.factories.taxonomy import DataKindFactory, SectorFactory
from tests.taxonomy.admin_pages import address, page, posted

pytestmark = pytest.mark.django_db


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


PLACE = "Hill 33.31523, 44.36611"


@pytest.mark.parametrize("name", ["label_fr", "description", "source"])
def test_a_term_says_nothing_that_must_not_be_read(admin, name):
    data = posted(OrganisationType(key="regional_body", label_en="Regional body"), **{name: PLACE})

    response = admin.post(address(OrganisationType, "add"), data)

    assert {name: [text[:15] for text in texts] for name, texts in response.context["form"].errors.items()} == {
        name: ["Take this out: "]
    }
    assert not OrganisationType.objects.filter(key="regional_body").exists()


@pytest.mark.parametrize("name", ["definition_en", "synonyms_ar"])
def test_nor_does_a_word_of_the_glossary(admin, name):
    data = {"key": "hill", "term_en": "hill", "definition_en": "High ground.", "confidence": "high", "is_shown": "on"}
    lists = {"synonyms_en": "", "synonyms_fr": "", "synonyms_ar": ""}

    response = admin.post(address(GlossaryTerm, "add"), {**lists, **data, name: PLACE})

    assert response.context["form"].errors.keys() == {name}
    assert not GlossaryTerm.objects.filter(key="hill").exists()
    assert admin.post(address(GlossaryTerm, "add"), lists | data).status_code == 302


def test_a_new_term_is_added_with_its_columns(admin):
    data = posted(OrganisationType(key="regional_body", label_en="Regional body"))

    response = admin.post(address(OrganisationType, "add"), data | {"column_is_authority": "yes"})

    assert response.status_code == 302
    term = OrganisationType.objects.get(key="regional_body")
    assert term.flag("is_authority") is True


def test_an_editor_changes_no_column_on_which_rights_hang(admin):
    term = OrganisationType.objects.get(key="national_mine_action_authority")
    typed = posted(term, label_fr="Autorité nationale")

    refused = admin.post(address(OrganisationType, "edit", term.pk), typed | {"column_is_authority": "no"})
    admin.post(address(OrganisationType, "edit", term.pk), typed | {"column_is_authority": "yes"})

    assert refused.status_code == 200
    assert "Only administrators change which kinds are authorities" in refused.text
    term.refresh_from_db()
    assert (term.flag("is_authority"), term.label_fr) == (True, "Autorité nationale")


def test_an_administrator_does(superuser):
    term = OrganisationType.objects.get(key="national_mine_action_authority")

    superuser.post(address(OrganisationType, "edit", term.pk), posted(term) | {"column_is_authority": "no"})

    term.refresh_from_db()
    assert not term.flag("is_authority")


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

    bad = errors_of(admin, posted(Sector(key="Bad Key", label_en="")))
    taken = errors_of(admin, posted(Sector(key="taken", label_en="Again")))

    assert bad == {
        "key": [
            "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
            "Small letters, digits and _.",
        ],
        "label_en": ["This field is required."],
    }
    assert taken == {"key": ["Sector with this Key already exists."]}
    assert not Sector.objects.filter(label_en="Again").exists()


def errors_of(client, data):
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
