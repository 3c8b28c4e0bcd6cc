"""The admin's lists and choosers of terms, and its menu of them."""

from html import unescape

import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from portal.taxonomy.models import DataKind, Sector
from portal.taxonomy.vocabularies import VOCABULARIES
from tests.factories.taxonomy import DataKindFactory, SectorFactory
from tests.taxonomy.admin_pages import address, page

pytestmark = pytest.mark.django_db


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


def test_the_chooser_offers_valid_terms_and_searches(admin):
    SectorFactory(key="valid", label_ar="صالح")
    SectorFactory(key="past", valid_until="2020-01-01", label_ar="صالح")
    where = reverse(Sector.snippet_viewset.chooser_viewset.get_url_name("choose_results"))

    content = admin.get(where, {"q": "صالح"}).content.decode()

    assert "valid in English" in content
    assert "past in English" not in content
    assert "Education" not in content
