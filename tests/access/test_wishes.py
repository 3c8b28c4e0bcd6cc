"""A wish for access changes nothing until somebody else approves it."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.access.enums import Level
from portal.access.models import AccessWish, AuditEntry
from portal.access.services import approve_wish, ask_access
from tests.access.decided import NO, levels
from tests.factories.access import IdentityFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of


def test_a_wish_changes_nothing_until_another_person_approves():
    author, reviewer = editor(), editor()
    named = OrganisationFactory()
    identity = IdentityFactory(listed_to=Level.MEMBERS, contributors=[author])

    ask_access(identity=identity, by=author, listed_to="named_organisations", details_to="public", named=[named], **NO)
    before = levels(identity)
    for by in (author, None, member_of(), UserFactory()):
        with pytest.raises(PermissionDenied):
            approve_wish(identity=identity, by=by)
    approve_wish(identity=identity, by=reviewer)

    assert before == (Level.MEMBERS, Level.MEMBERS)
    assert levels(identity) == (Level.NAMED, Level.NAMED)
    assert list(identity.named_organisations.all()) == [named]
    entry = AuditEntry.objects.get(identity=identity)
    assert (entry.action, entry.by, entry.detail["asked_by"]) == ("wish approved", reviewer, author.pk)
    assert not AccessWish.objects.exists()


def test_a_later_wish_takes_the_place_of_an_earlier_one():
    author = member_of()
    identity = IdentityFactory(listed_to=Level.MEMBERS, contributors=[author])

    ask_access(identity=identity, by=author, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, **NO)
    wish = ask_access(identity=identity, by=author, listed_to=Level.OWNER, details_to=Level.MEMBERS, **NO)

    assert AccessWish.objects.get() == wish
    assert (wish.listed_to, wish.details_to) == (Level.OWNER, Level.OWNER)
    assert str(wish) == f"{identity.code}: owner_organisation / owner_organisation"


def test_a_wish_for_what_is_so_is_none():
    author = member_of()
    identity = IdentityFactory(listed_to=Level.MEMBERS, contributors=[author])

    assert ask_access(identity=identity, by=author, listed_to="members", details_to="members", **NO) is None
    assert not AccessWish.objects.exists()


def test_only_who_wrote_it_or_stands_in_its_chain_asks(organisation):
    identity = IdentityFactory(owner=organisation)

    for by in (None, UserFactory(), member_of(), member_of(organisation)):
        with pytest.raises(PermissionDenied):
            ask_access(identity=identity, by=by, listed_to="members", details_to="members", **NO)


@pytest.mark.parametrize(
    ("answers", "details"),
    [({}, Level.PUBLIC), ({"names_place": True}, Level.NAMED), ({"names_person": None}, Level.NAMED)],
)
def test_the_answers_of_a_wish_are_the_sensitivity(answers, details):
    author = editor()
    identity = IdentityFactory(listed_to=Level.OWNER, contributors=[author])
    ask_access(identity=identity, by=author, listed_to="public", details_to="public", **(NO | answers))

    approve_wish(identity=identity, by=editor())

    assert levels(identity) == (Level.PUBLIC, details)
