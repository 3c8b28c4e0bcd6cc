"""A merge, which one decides alone, gives nobody a voice that takes two, and what is contested no new readers."""

import pytest
from django.utils import timezone

from portal.access.readers import reader_of
from portal.directory.models import Membership
from portal.directory.speaking import freeze
from portal.taxonomy.models import OrganisationType
from portal.users.models import User
from tests.factories.people import editor, member_of
from tests.records.merging.merged import merge

pytestmark = pytest.mark.django_db


def reader(user):
    """The person as the next request finds them."""
    return reader_of(User.objects.get(pk=user.pk))


def contest(organisation):
    freeze(organisation=organisation, by=editor(), reason="Two claim it.")


def make_authority(organisation):
    organisation.kind = next(each for each in OrganisationType.objects.all() if each.flag("is_authority"))
    organisation.save()


def test_who_spoke_for_the_double_speaks_on(drop, keep):
    person = member_of(drop, focal_point=True)

    merge(drop, keep)

    assert reader(person).focal_ids == {keep.pk}


def test_nobody_speaks_for_an_authority_by_a_merge(drop, keep):
    make_authority(keep)
    old, new, both = member_of(keep, focal_point=True), member_of(drop, focal_point=True), member_of(keep)
    Membership.objects.create(member=both.member, organisation=drop, is_focal_point=True, is_deputy=True)

    merge(drop, keep)

    assert [reader(each).organisation_ids for each in (old, new, both)] == [{keep.pk}] * 3
    assert [reader(each).focal_ids for each in (old, new, both)] == [{keep.pk}, set(), set()]
    assert not keep.memberships.filter(is_deputy=True).exists()


@pytest.mark.parametrize("was_there", [None, False])
def test_a_contested_organisation_gets_no_readers_by_a_merge(drop, keep, was_there):
    person, old = member_of(drop, focal_point=True), member_of(keep)
    if was_there is not None:
        Membership.objects.create(member=person.member, organisation=keep, is_active=was_there, is_focal_point=True)
    contest(keep)

    merge(drop, keep)

    assert (reader(person).organisation_ids, reader(old).organisation_ids) == (set(), {keep.pk})


def test_who_belonged_to_it_before_the_contest_reads_on(drop, keep):
    person = member_of(keep, drop)
    contest(keep)

    merge(drop, keep)

    assert reader(person).organisation_ids == {keep.pk}


def test_who_claims_to_speak_for_a_contested_double_does_not_for_the_kept_one(drop, keep):
    claimant, member, own = member_of(drop, focal_point=True), member_of(drop), member_of(keep, focal_point=True)
    contest(drop)
    late = member_of(drop)
    late.member.memberships.update(began_at=timezone.now())

    merge(drop, keep)

    assert [reader(each).organisation_ids for each in (claimant, member, own, late)] == [{keep.pk}] * 3 + [set()]
    assert [reader(each).focal_ids for each in (claimant, own)] == [set(), {keep.pk}]


@pytest.mark.parametrize(
    ("there", "here", "kept"),
    [
        ("deputy", "member", "deputy"),
        ("member", "deputy", "deputy"),
        ("focal point", "deputy", "focal point"),
        ("deputy", "focal point", "focal point"),
    ],
)
def test_who_belongs_to_both_is_what_the_stronger_was(drop, keep, there, here, kept):
    flags = {"member": (False, False), "deputy": (True, True), "focal point": (True, False)}
    person = member_of()
    for organisation, what in ((drop, there), (keep, here)):
        speaks, is_deputy = flags[what]
        Membership.objects.create(
            member=person.member, organisation=organisation, is_focal_point=speaks, is_deputy=is_deputy
        )

    merge(drop, keep)

    row = person.member.memberships.get()
    assert (row.organisation, (row.is_focal_point, row.is_deputy)) == (keep, flags[kept])
