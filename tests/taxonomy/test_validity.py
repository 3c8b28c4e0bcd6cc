"""A term may be chosen through its last day, and not after it was replaced."""

from datetime import timedelta

import pytest
from django.forms import Form
from django.utils import timezone

from portal.home.content.reading import Reading
from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField, offer
from portal.taxonomy.models import Sector
from portal.taxonomy.services import replace_term
from portal.taxonomy.tree import tree_of
from tests.factories.taxonomy import SectorFactory
from tests.taxonomy.admin_pages import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms():
    """Valid to yesterday, to today, to tomorrow, for ever; the last one replaced today."""
    Sector.objects.update(valid_until="2020-01-01")
    today = timezone.localdate()
    for key, days in (("past", -1), ("last_day", 0), ("future", 1)):
        SectorFactory(key=key, valid_until=today + timedelta(days=days))
    replace_term(term=SectorFactory(key="replaced"), by_term=SectorFactory(key="endless"))


CURRENT = {"last_day", "future", "endless"}


def test_every_way_to_choose_offers_the_same(terms, admin):
    class Choosing(Form):
        one = TermChoiceField(Sector, to_field_name="key", empty_label=None)
        several = TermMultipleChoiceField(Sector, to_field_name="key")

    form = Choosing()
    offer(form.fields["several"])

    assert {term.key for term in Sector.objects.current()} == CURRENT
    assert {term.key for term in Sector.objects.all() if term.is_current} == CURRENT
    assert {node.key for node, _ in tree_of(Sector).in_order if node.is_current} == CURRENT
    assert [{key for key, _ in field.choices} for field in form.fields.values()] == [CURRENT, CURRENT]
    assert set(Reading("nowhere").terms_of(Sector)) == CURRENT


def test_the_list_tells_the_same(terms, admin):
    def found(valid):
        rows = admin.get(address(Sector, "list_results"), {"valid": valid, "q": "in English"}).context["object_list"]
        return {term.key for term in rows}

    assert found("current") == CURRENT
    assert found("ended") == {"past", "replaced"}


def test_a_term_with_a_last_day_ahead_may_still_replace_another(terms):
    old, new = Sector.objects.get(key="endless"), Sector.objects.get(key="future")

    replace_term(term=old, by_term=new)

    assert Sector.objects.get(pk=old.pk).replaced_by == new


def test_what_is_kept_in_memory_passes_with_the_day(terms, monkeypatch):
    field = TermChoiceField(Sector, to_field_name="key", empty_label=None)
    offer(field)
    tree = tree_of(Sector)
    tomorrow = timezone.localdate() + timedelta(days=1)

    monkeypatch.setattr(timezone, "localdate", lambda *arguments: tomorrow)

    offer(field)
    assert {key for key, _ in field.choices} == {"future", "endless"}
    assert tree_of(Sector) is tree
    assert {node.key for node, _ in tree.in_order if node.is_current} == {"future", "endless"}
