"""Roles, actions and kinds: every cell of the policy's table, as the design says it, written out once more."""

import pytest
from django.db.models import Q

from portal.access import runners
from portal.access.enums import Action, Level
from portal.access.policy import can
from portal.records.registry import kinds
from tests.access.planned import PAIRS
from tests.factories.access import GrantFactory, IdentityFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

MEMBERS = {"member", "author", "former author", "grantee", "named", "staff", "runner", "keeper", "owner", "editor"}
KNOW = {
    Level.PUBLIC: MEMBERS | {"visitor", "account"},
    Level.MEMBERS: MEMBERS,
    Level.NAMED: {"author", "named", "staff", "keeper", "owner", "editor"},
    Level.OWNER: {"keeper", "owner", "editor"},
}
"""Who may know of a record that is listed so far; of its details the same hold, and grantees."""
OTHERS = {
    Action.READ_OWN: {"author", "keeper", "owner", "editor"},
    Action.EDIT: {"editor"},
    Action.WRITE: {"author", "runner", "keeper", "owner"},
    Action.ASK: {"author", "keeper", "owner", "editor"},
    Action.RESTRICT: {"keeper", "owner", "editor"},
    Action.WITHDRAW: {"keeper", "owner", "editor"},
    Action.WIDEN: {"owner"},
    Action.GRANT: {"owner"},
    Action.SEE_LOG: {"keeper", "owner"},
}
"""Who may do the rest, as far as they know of the record: at each level the same."""


@pytest.fixture
def running():
    """An organisation that every record names to run what it is about."""
    running = OrganisationFactory()
    everything, nothing = Q(pk__isnull=False), Q(pk__isnull=True)
    names = runners.on_runners(lambda reader: everything if running.pk in reader.organisation_ids else nothing)
    yield running
    runners._named.remove(names)


@pytest.fixture
def people(running):
    """By role, somebody who stands so to the records of `made`; and who these belong to."""
    owning, keeping, named = (OrganisationFactory() for _ in range(3))
    return {
        "visitor": None,
        "account": UserFactory(),
        "member": member_of(),
        "author": member_of(owning),
        "former author": member_of(),
        "grantee": member_of(),
        "named": member_of(named),
        "staff": member_of(owning),
        "runner": member_of(running),
        "keeper": member_of(keeping, focal_point=True),
        "owner": member_of(owning, focal_point=True),
        "editor": editor(),
    }, {"owner": owning, "custodian": keeping, "named_organisations": [named]}


def expected(listed, details):
    """Role and action of each cell that is open at these two levels."""
    open_ = {Action.KNOW: KNOW[listed], Action.READ: KNOW[details] | {"grantee"}} | OTHERS
    return {(role, action) for action, roles in open_.items() for role in roles & KNOW[listed]}


@pytest.mark.parametrize("kind", [kind.key for kind in kinds()])
def test_every_cell(kind, people):
    people, parties = people
    for listed, details in PAIRS:
        identity = IdentityFactory(
            kind=kind,
            listed_to=listed,
            details_to=details,
            contributors=[people["author"], people["former author"]],
            **parties,
        )
        GrantFactory(identity=identity, user=people["grantee"])

        cells = {(role, action) for role, user in people.items() for action in Action if can(user, action, identity)}

        assert cells == expected(listed, details), (listed, details)


def test_no_action_is_left_out():
    assert {Action.KNOW, Action.READ, *OTHERS} == set(Action)
