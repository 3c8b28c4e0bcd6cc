"""Objects of several tables are read in one query, as each queryset by itself gives them."""

import pytest
from django.db.models import Exists, F, OuterRef

from events.actions.models import FollowUpAction
from events.models import EventSession
from portal.core.together import read_together
from portal.directory.models import Member, Organisation
from portal.taxonomy.models import Country
from tests.factories.actions import make_action
from tests.factories.events import make_event, make_session
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db


def values_of(made):
    """What an object holds in the fields that were read."""
    deferred = made.get_deferred_fields()
    names = [field.attname for field in made._meta.concrete_fields if field.attname not in deferred]
    return {name: getattr(made, name) for name in names}


def test_each_value_is_what_the_queryset_gives(django_assert_num_queries):
    make_event(sessions=[make_session(), make_session("Later", starts_at=None, ends_at=None, part_of_day="pm")])
    action, user = make_action(), member_of(OrganisationFactory())
    querysets = (EventSession.objects.all(), FollowUpAction.objects.all(), Member.objects.filter(user=user))
    plain = [list(each.order_by("pk")) for each in querysets]

    with django_assert_num_queries(1):
        found = read_together(*querysets)

    for expected, read in zip(plain, found, strict=True):
        read.sort(key=lambda each: each.pk)
        assert read == expected
        for one, other in zip(read, expected, strict=True):
            assert values_of(one).items() <= values_of(other).items()
    assert found[1][0].created_at == action.created_at
    # What JSON would not give back as it was is read when it is asked for.
    assert found[2][0].get_deferred_fields() == {"languages"}
    assert found[2][0].languages == []


def test_only_and_annotations_count():
    owner = OrganisationFactory(name_en="One")
    OrganisationFactory(name_en="Two")
    there = Organisation.objects.filter(pk=owner.pk, name_en=OuterRef("name_en"))
    rows = Organisation.objects.filter(name_en__in=("One", "Two")).only("slug")

    (found,) = read_together(rows.annotate(is_there=Exists(there), called=F("name_en")))

    assert {(each.called, each.is_there) for each in found} == {("One", True), ("Two", False)}
    assert {name for each in found for name in values_of(each)} == {"id", "slug"}


def test_a_queryset_without_anything_gives_nothing():
    OrganisationFactory(name_en="One")
    none, some = read_together(Country.objects.none(), Organisation.objects.filter(name_en="One"))

    assert (none, [each.name_en for each in some]) == ([], ["One"])
    assert read_together(Country.objects.none()) == [[]]
