"""A contested organisation: its focal points decide nothing, nobody new becomes its reader, nothing gets wider."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.access.drafts import left_by, may_write, written_by
from portal.access.enums import Action, Level
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.services import approve_wish, ask_access, give_grant, set_parties, widen_access
from portal.directory.models import Membership
from portal.directory.speaking import freeze
from portal.users.models import User
from tests.factories.access import IdentityFactory
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db
READING = {Action.KNOW, Action.READ, Action.READ_OWN, Action.SEE_LOG}


@pytest.fixture
def organisation():
    return OrganisationFactory()


def again(user):
    """The user as the next request finds them."""
    return User.objects.get(pk=user.pk)


def allowed(user, identity):
    return {action for action in Action if can(again(user), action, identity)}


@pytest.mark.parametrize("party", ["owner", "custodian"])
@pytest.mark.parametrize("level", [Level.MEMBERS, Level.NAMED, Level.OWNER])
def test_its_focal_points_read_on_and_decide_nothing(organisation, party, level):
    identity = IdentityFactory(listed_to=level, **{party: organisation})
    focal_point = member_of(organisation, focal_point=True)
    before = allowed(focal_point, identity)
    assert before - READING >= {Action.RESTRICT, Action.WITHDRAW, Action.ASK}

    freeze(organisation=organisation, by=editor(), reason="Two claim it.")

    assert allowed(focal_point, identity) == before & READING
    assert identity in RecordIdentity.objects.visible_to(again(focal_point))


def test_who_wrote_it_reads_on_and_decides_nothing(organisation):
    identity, author = IdentityFactory(listed_to=Level.MEMBERS, custodian=organisation), member_of(organisation)
    identity.contributors.add(author)
    before = allowed(author, identity)
    assert may_write(author, identity, is_draft=True)
    assert Action.ASK in before

    freeze(organisation=organisation, by=editor(), reason="Two claim it.")

    identity = RecordIdentity.objects.get(pk=identity.pk)
    assert allowed(author, identity) == before & READING
    assert [may_write(again(author), identity, is_draft=is_draft) for is_draft in (True, False)] == [False, False]
    assert not written_by(again(author)).exists()
    assert list(left_by(again(author))) == [identity]


def test_for_their_other_organisations_they_decide_as_before(organisation):
    other = OrganisationFactory()
    focal_point = member_of(organisation, other, focal_point=True)
    identity = IdentityFactory(listed_to=Level.OWNER, owner=other)
    before = allowed(focal_point, identity)

    freeze(organisation=organisation, by=editor(), reason="Two claim it.")

    assert allowed(focal_point, identity) == before


def test_editors_still_restrict(organisation):
    identity = IdentityFactory(owner=organisation)
    by = editor()
    before = allowed(by, identity)
    freeze(organisation=organisation, by=by, reason="Two claim it.")

    assert allowed(by, identity) == before


def test_who_came_after_reads_nothing_of_it(organisation):
    identity = IdentityFactory(listed_to=Level.NAMED, owner=organisation)
    old = member_of(organisation)
    freeze(organisation=organisation, by=editor(), reason="Two claim it.")
    new = member_of(organisation, focal_point=True)

    assert [can(again(user), Action.KNOW, identity) for user in (old, new)] == [True, False]
    assert identity not in RecordIdentity.objects.visible_to(again(new))
    Membership.objects.filter(member__user=new).update(began_at=timezone.now() - timedelta(days=1))
    assert can(again(new), Action.KNOW, identity)


def test_nothing_of_it_gets_wider_whoever_agrees(organisation):
    one, two, other = editor(), editor(), OrganisationFactory()
    identity = IdentityFactory(listed_to=Level.OWNER, owner=organisation)
    ask_access(
        identity=identity, by=one, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, names_person=False,
        names_place=False, tells_unpublished=False, reason="All may see it.",
    )  # fmt: skip
    freeze(organisation=organisation, by=one, reason="Two claim it.")
    identity.refresh_from_db()

    for change in (
        lambda: widen_access(
            identity=identity, by=one, second=two, listed_to="public", details_to="public", reason="x"
        ),
        lambda: give_grant(identity=identity, by=one, second=two, reason="x", organisation=other),
        lambda: approve_wish(identity=identity, by=two),
        lambda: set_parties(identity=identity, by=one, second=two, owner=other),
    ):
        with pytest.raises(PermissionDenied):
            change()

    identity.refresh_from_db()
    assert (identity.listed_to, identity.owner) == (Level.OWNER, organisation)
