"""One table: what is decided of one record is what is decided of many, and both are what the design says."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.access.enums import Action, Level, Relation, Zone
from portal.access.models import RecordIdentity
from portal.access.models.scope import TABLE, WITHDRAWN
from portal.access.policy import can
from portal.access.queries import visible_to
from portal.access.readers import Reader, reader_of
from portal.directory.models import Organisation
from portal.users.models import User
from tests.factories.access import GrantFactory, IdentityFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import make_record

ZONE_ACTIONS = {Zone.CARD: Action.KNOW, Zone.DETAILS: Action.READ, Zone.OWNER: Action.READ_OWN}
LEVELS = st.sampled_from(Level)
PARTIES = st.sets(st.sampled_from(["owner", "custodian", "named", "other"]))
NOW = timezone.now()
GRANTS = {
    "running": {},
    "with an end": {"until": NOW + timedelta(days=1)},
    "over": {"starts_at": NOW - timedelta(days=2), "until": NOW - timedelta(days=1)},
    "to come": {"starts_at": NOW + timedelta(days=1)},
    "ended": {"starts_at": NOW - timedelta(days=1), "ended_at": NOW},
}


@st.composite
def records(draw):
    """Levels as the database allows them, parties, grants, and whether it was withdrawn."""
    listed = draw(LEVELS)
    details = draw(LEVELS.filter(lambda level: level.rank >= listed.rank))
    return {
        "levels": (listed, details),
        "withdrawn": draw(st.booleans()),
        "grants": draw(st.sets(st.tuples(st.sampled_from(sorted(GRANTS)), st.sampled_from(["user", "organisation"])))),
        "is_contributor": draw(st.booleans()),
    }


@st.composite
def people(draw):
    """Who asks: an account, a membership, the organisations and whether they speak for them."""
    return {
        "account": draw(st.sampled_from(["none", "inactive", "active"])),
        "member": draw(st.sampled_from(["none", "inactive", "active"])),
        "is_editor": draw(st.booleans()),
        "belongs_to": draw(PARTIES),
        "is_focal_point": draw(st.booleans()),
        "memberships_active": draw(st.booleans()),
    }


@pytest.fixture
def organisations():
    return {name: OrganisationFactory() for name in ("owner", "custodian", "named", "other")}


@given(record=records(), person=people())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_record_and_many_are_decided_alike(organisations, record, person):
    user, organisation = made_person(person, organisations)
    identity = made_record(record, organisations, user, organisation)

    answers = {zone: can(user, action, identity) for zone, action in ZONE_ACTIONS.items()}

    assert answers == {
        zone: RecordIdentity.objects.visible_to(user, zone).filter(pk=identity.pk).exists() for zone in ZONE_ACTIONS
    }
    assert answers == expected(record, person)


def made_person(person, organisations):
    """A user as `person` says, and the organisation to which grants are given: their first, or another."""
    mine = [organisations[name] for name in sorted(person["belongs_to"])]
    first = mine[0] if mine else organisations["other"]
    if person["account"] == "none":
        return AnonymousUser(), first
    user = editor() if person["is_editor"] else UserFactory()
    if person["member"] != "none":
        members = member_of(*mine, focal_point=person["is_focal_point"], user=user)
        members.member.memberships.update(is_active=person["memberships_active"])
        type(members.member).objects.filter(user=user).update(is_active=person["member"] == "active")
    user.is_active = person["account"] == "active"
    user.save()
    return User.objects.get(pk=user.pk), first


def made_record(record, organisations, user, organisation):
    listed, details = record["levels"]
    identity = IdentityFactory(
        listed_to=listed, details_to=details, withdrawn_at=NOW if record["withdrawn"] else None,
        owner=organisations["owner"], custodian=organisations["custodian"],
        named_organisations=[organisations["named"]],
        contributors=[user] if record["is_contributor"] and user.pk else [],
    )  # fmt: skip
    for name, holder in record["grants"]:
        holds = {"user": user} if holder == "user" and user.pk else {"organisation": organisation}
        ended = {"ended_by": UserFactory()} if "ended_at" in GRANTS[name] else {}
        GrantFactory(identity=identity, **holds, **GRANTS[name], **ended)
    return identity


def expected(record, person):
    """The design's sentences, written once more without the table."""
    is_account = person["account"] == "active"
    is_member = is_account and person["member"] == "active"
    if is_account and person["is_editor"]:
        return dict.fromkeys(ZONE_ACTIONS, True)
    if record["withdrawn"]:
        return dict.fromkeys(ZONE_ACTIONS, False)
    mine = person["belongs_to"] if is_member and person["memberships_active"] else set()
    speaks_for = mine if person["is_focal_point"] else set()
    is_of = {
        Level.PUBLIC: True,
        Level.MEMBERS: is_member,
        Level.NAMED: bool(mine & {"owner", "custodian", "named"}),
        Level.OWNER: bool(speaks_for & {"owner", "custodian"}),
    }
    listed, details = record["levels"]
    own_first = bool(mine) or not person["belongs_to"]
    runs = {
        holder
        for name, holder in record["grants"]
        if name in ("running", "with an end") and (holder == "user" or (own_first and mine))
    }
    knows = is_of[listed]
    reads = knows and (is_of[details] or (is_member and bool(runs)))
    owns = bool(speaks_for & {"owner", "custodian"}) or (
        bool(mine & {"owner", "custodian"}) and record["is_contributor"]
    )
    return {Zone.CARD: knows, Zone.DETAILS: reads, Zone.OWNER: knows and owns}


def test_the_table_has_every_action_and_level():
    assert set(TABLE) == set(WITHDRAWN) == set(Action)
    assert {level for row in TABLE.values() for level in row} == set(Level)
    assert all(set(row) == set(Level) for row in TABLE.values())
    assert {relation for row in TABLE.values() for allowed in row.values() for relation in allowed} == set(Relation)


def test_narrower_levels_let_in_no_more():
    order = [Level.OWNER, Level.NAMED, Level.MEMBERS, Level.PUBLIC]
    organisations = [OrganisationFactory() for _ in range(3)]
    rows = [
        IdentityFactory(listed_to=level, owner=organisations[0], named_organisations=[organisations[1]])
        for level in order
    ]
    everybody = [
        None, UserFactory(), member_of(organisations[2]), member_of(organisations[1]), member_of(organisations[0]),
        member_of(organisations[0], focal_point=True), editor(),
    ]  # fmt: skip

    seen = [[can(user, Action.KNOW, row) for row in rows] for user in everybody]

    assert seen == [
        [False, False, False, True],
        [False, False, False, True],
        [False, False, True, True],
        [False, True, True, True],
        [False, True, True, True],
        [True, True, True, True],
        [True, True, True, True],
    ]


def test_what_is_missing_is_refused():
    page = make_record()
    RecordIdentity.objects.filter(pk=page.key).delete()

    for record in (None, page):
        assert [action for action in Action if can(editor(), action, record)] == []


def test_a_field_is_decided_by_its_zone():
    page = make_record(listed_to=Level.PUBLIC, details_to=Level.MEMBERS)

    fields = ("title", "lessons", "owner_consented")
    assert [can(None, Action.EDIT, page, field=name) for name in fields] == [True, False, False]
    assert [can(member_of(), Action.EDIT, page, field=name) for name in fields] == [True, True, False]
    assert [can(editor(), Action.EDIT, page, field=name) for name in fields] == [True, True, True]
    with pytest.raises(LookupError):
        can(editor(), Action.READ, page, field="nonsense")


def test_what_people_may_do_besides_reading():
    organisation, keeper = OrganisationFactory(), OrganisationFactory()
    author, former = member_of(keeper), member_of(OrganisationFactory())
    identity = IdentityFactory(owner=organisation, custodian=keeper, contributors=[author, former])
    everybody = {
        "visitor": None, "member": member_of(), "author": author, "former": former, "staff": member_of(organisation),
        "keeper": member_of(keeper, focal_point=True), "owner": member_of(organisation, focal_point=True),
        "editor": editor(),
    }  # fmt: skip
    reading = {Action.KNOW, Action.READ}

    allowed = {
        name: {action for action in Action if can(user, action, identity)} - reading for name, user in everybody.items()
    }

    chain = {Action.READ_OWN, Action.ASK, Action.RESTRICT, Action.WITHDRAW}
    writes = {Action.WRITE}
    assert allowed == {
        "visitor": set(),
        "member": set(),
        "author": {Action.READ_OWN, Action.ASK} | writes,
        "former": set(),
        "staff": set(),
        "keeper": chain | writes | {Action.SEE_LOG},
        "owner": chain | writes | {Action.SEE_LOG, Action.WIDEN, Action.GRANT},
        "editor": chain | {Action.EDIT},
    }


def test_who_wrote_what_belongs_to_no_organisation_stays_its_writer():
    author = member_of()
    identity = IdentityFactory(contributors=[author])

    assert can(author, Action.READ_OWN, identity)
    assert can(author, Action.ASK, identity)
    assert identity in RecordIdentity.objects.visible_to(author, Zone.OWNER)


def test_of_a_withdrawn_record_its_owner_sees_the_log_and_editors_what_it_says():
    organisation = OrganisationFactory()
    identity = IdentityFactory(owner=organisation, withdrawn_at=NOW)
    owner = member_of(organisation, focal_point=True)

    assert [action for action in Action if can(owner, action, identity)] == [Action.SEE_LOG]
    assert {action for action in Action if can(editor(), action, identity)} == {
        Action.KNOW, Action.READ, Action.READ_OWN, Action.EDIT,
    }  # fmt: skip


def test_models_that_are_found_by_key_are_decided_by_their_row():
    open_one, hidden = OrganisationFactory(), OrganisationFactory()
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    assert set(visible_to(Organisation.objects.all(), None)) == {open_one}
    assert set(visible_to(Organisation.objects.all(), editor(), Zone.DETAILS)) == {open_one, hidden}


def test_a_reader_is_who_they_are():
    reader = Reader(user_id=1, is_member=True)

    assert reader_of(reader) is reader
    assert reader_of(None) == reader_of(AnonymousUser()) == Reader()


def test_a_membership_that_ends_shows_on_the_next_request():
    organisation = OrganisationFactory()
    user = member_of(organisation)
    identity = IdentityFactory(listed_to=Level.NAMED, owner=organisation)
    assert can(user, Action.KNOW, identity)

    user.member.memberships.update(is_active=False)

    assert not can(User.objects.get(pk=user.pk), Action.KNOW, identity)
