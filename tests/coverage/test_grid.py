"""The grid of a country: who says what, the latest first; silence is no degree, and who is hidden says nothing."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.taxonomy.models import Country, DataKind
from practices.coverage.grid import covered_countries, grid_of
from practices.coverage.models import CoverageStatement
from tests.factories.coverage import say
from tests.factories.people import OrganisationFactory, editor
from tests.factories.taxonomy import DataKindFactory

pytestmark = pytest.mark.django_db


def irq():
    return Country.objects.get(key="irq").pk


def lines(user=None):
    return {line.key: line for line in grid_of(irq(), user or AnonymousUser())}


@pytest.fixture
def hidden():
    organisation = OrganisationFactory(name_en="Hidden")
    RecordIdentity.objects.filter(pk=organisation.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    return organisation


def test_without_statements_each_broad_kind_stands_there_and_says_nothing():
    broad = list(DataKind.objects.filter(parent=None).values_list("key", flat=True))

    assert [line.key for line in grid_of(irq(), AnonymousUser())] == broad
    assert {line.said for line in lines().values()} == {()}


def test_statements_stand_side_by_side_the_latest_first():
    older, newer = OrganisationFactory(name_en="Older"), OrganisationFactory(name_en="Newer")
    say("good", by=older, on=date(2025, 1, 1))
    say("none", by=newer, on=date(2026, 1, 1), source="Minutes", note="Not the north")

    said = lines()["hazards"].said

    assert [(each.degree, each.organisation) for each in said] == [("none", "Newer"), ("good", "Older")]
    assert (said[0].source, said[0].note, said[0].url) == ("Minutes", "Not the north", newer.get_absolute_url())


def test_a_narrower_kind_has_a_line_only_where_something_is_said_of_it():
    assert "eo_accident" not in lines()

    say("partly", kind="eo_accident")

    keys = list(lines())
    assert keys.index("eo_accident") > keys.index("accidents_victims")
    assert not lines()["eo_accident"].is_broad


def test_a_kind_that_editors_added_is_told_by_statements_alone():
    added = DataKindFactory()
    assert added.key not in lines()

    say("partly", kind=added.key)

    assert added.key in lines()


def test_other_countries_are_other_grids():
    say("good", country="yem")

    assert lines()["hazards"].said == ()


def test_who_may_not_know_of_the_organisation_does_not_see_what_it_says(hidden):
    say("good", by=hidden, note="SECRET")

    assert lines()["hazards"].said == ()
    assert covered_countries(AnonymousUser()) == frozenset()
    assert [each.organisation for each in lines(editor())["hazards"].said] == ["Hidden"]
    assert covered_countries(editor()) == {irq()}


def test_an_organisation_says_one_thing_of_a_kind_in_a_country():
    first = say("good")
    second = CoverageStatement(country=first.country, data_kind=first.data_kind, said_by=first.said_by, degree="none")
    second.said_on = first.said_on

    with pytest.raises(ValidationError, match="has said something"):
        second.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_any_number_of_statements_takes_the_same_queries(django_assert_num_queries):
    for kind in ("hazards", "survey_clearance", "accidents_victims"):
        say(kind=kind)
        say(kind=kind)
    country = irq()
    grid_of(country, AnonymousUser())

    # The version of the vocabularies, and the statements.
    with django_assert_num_queries(2):
        grid_of(country, AnonymousUser())
