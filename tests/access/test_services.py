"""Narrowing is one person's and immediate, widening takes the owner or two people, and all of it is in the log."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.serializers import deserialize, serialize
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.access import changes
from portal.access.changes import announced_together, on_change
from portal.access.enums import Action, Level, TextSensitivity
from portal.access.models import AccessWish, AuditEntry, Grant, PartiesWish, RecordIdentity
from portal.access.policy import can
from portal.access.services import (
    ChangedMeanwhile,
    approve_parties,
    approve_wish,
    ask_access,
    ask_parties,
    end_grant,
    give_grant,
    log,
    publish_from_sources,
    register_record,
    restore_record,
    restrict_access,
    set_parties,
    widen_access,
    withdraw_record,
)
from portal.directory.models import Organisation
from portal.taxonomy.models import Sector
from tests.factories.access import GrantFactory, IdentityFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

NO = {"names_person": False, "names_place": False, "tells_unpublished": False}


@pytest.fixture
def organisation():
    return OrganisationFactory()


@pytest.fixture
def owner(organisation):
    return member_of(organisation, focal_point=True)


@pytest.fixture
def changed():
    """The keys that were announced, in order; who registers twice is still told once."""
    heard = []
    callback = on_change(on_change(heard.append))
    yield heard
    changes._callbacks.remove(callback)


def levels(identity):
    identity.refresh_from_db()
    return identity.listed_to, identity.details_to


def actions(identity):
    return [entry.action for entry in AuditEntry.objects.filter(identity=identity).order_by("pk")]


# Narrowing


@pytest.mark.parametrize("who", ["owner", "keeper", "editor"])
def test_anyone_in_the_chain_restricts_at_once(who, organisation):
    keeper = OrganisationFactory()
    identity = IdentityFactory(owner=organisation, custodian=keeper)
    people = {
        "owner": member_of(organisation, focal_point=True), "keeper": member_of(keeper, focal_point=True),
        "editor": editor(),
    }  # fmt: skip

    restrict_access(identity=identity, by=people[who], listed_to=Level.NAMED, reason="A village is named.")

    assert levels(identity) == (Level.NAMED, Level.NAMED)
    assert identity.version == 2
    entry = AuditEntry.objects.get(identity=identity)
    assert (entry.action, entry.by, entry.code) == ("restricted", people[who], identity.code)
    assert entry.detail == {"listed_to": Level.NAMED, "details_to": Level.NAMED, "reason": "A village is named."}


def test_details_alone_are_restricted(owner, organisation):
    identity = IdentityFactory(owner=organisation)

    restrict_access(identity=identity, by=owner, details_to=Level.MEMBERS)

    assert levels(identity) == (Level.PUBLIC, Level.MEMBERS)


@pytest.mark.parametrize("narrowed", [{"listed_to": Level.PUBLIC}, {"details_to": Level.MEMBERS}])
def test_restricting_never_widens(narrowed, owner, organisation):
    identity = IdentityFactory(owner=organisation, listed_to=Level.MEMBERS, details_to=Level.NAMED)

    with pytest.raises(ValidationError):
        restrict_access(identity=identity, by=owner, **narrowed)

    assert levels(identity) == (Level.MEMBERS, Level.NAMED)


def test_others_restrict_and_withdraw_nothing(organisation):
    identity = IdentityFactory(owner=organisation)

    for user in (None, UserFactory(), member_of(), member_of(organisation)):
        with pytest.raises(PermissionDenied):
            restrict_access(identity=identity, by=user, listed_to=Level.OWNER)
        with pytest.raises(PermissionDenied):
            withdraw_record(identity=identity, by=user)

    assert levels(identity) == (Level.PUBLIC, Level.PUBLIC)


def test_who_withdraws_takes_it_from_everybody_but_editors(owner, organisation, changed):
    identity = IdentityFactory(owner=organisation)

    withdraw_record(identity=identity, by=owner, reason="Not agreed.")

    identity.refresh_from_db()
    assert [can(user, Action.KNOW, identity) for user in (None, member_of(), owner, editor())] == [
        False, False, False, True,
    ]  # fmt: skip
    assert (changed, actions(identity)) == ([{identity.key}], ["withdrawn"])


@pytest.mark.parametrize("narrow", [restrict_access, withdraw_record])
def test_narrowing_drops_a_wish_that_waits(narrow, owner, organisation):
    author = member_of()
    identity = IdentityFactory(owner=organisation, contributors=[author], listed_to=Level.MEMBERS)
    ask_access(identity=identity, by=author, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, **NO)

    narrow(identity=identity, by=owner)
    approve_wish(identity=identity, by=editor())

    assert not AccessWish.objects.exists()
    assert levels(identity) == (Level.MEMBERS, Level.MEMBERS)


# Widening


def test_the_owner_widens_alone_and_says_why(owner, organisation):
    identity = IdentityFactory(owner=organisation, listed_to=Level.OWNER)

    with pytest.raises(ValidationError) as caught:
        widen_access(identity=identity, by=owner, listed_to=Level.PUBLIC, details_to=Level.MEMBERS, reason=" ")
    widen_access(identity=identity, by=owner, listed_to=Level.PUBLIC, details_to=Level.MEMBERS, reason="Published.")

    assert list(caught.value.message_dict) == ["reason"]
    assert levels(identity) == (Level.PUBLIC, Level.MEMBERS)


def test_others_need_a_second_person_who_is_an_editor(organisation):
    author, first, second = member_of(), editor(), editor()
    keeper = OrganisationFactory()
    identity = IdentityFactory(owner=organisation, custodian=keeper, listed_to=Level.MEMBERS, contributors=[author])
    focal_point = member_of(keeper, focal_point=True)
    refused = [
        (first, None), (first, first), (first, author), (author, None), (author, member_of()), (focal_point, None),
        (member_of(), second), (member_of(organisation), second), (None, second),
    ]  # fmt: skip

    for by, other in refused:
        with pytest.raises(PermissionDenied):
            widen_access(
                identity=identity, by=by, second=other, listed_to="public", details_to="public", reason="Published."
            )
    assert levels(identity) == (Level.MEMBERS, Level.MEMBERS)

    widen_access(
        identity=identity, by=author, second=second, listed_to="public", details_to="public", reason="Published."
    )

    assert levels(identity) == (Level.PUBLIC, Level.PUBLIC)
    entry = AuditEntry.objects.get(identity=identity)
    assert (entry.by, entry.detail["second"]) == (author, second.pk)


@pytest.mark.parametrize(
    ("sensitivity", "details"),
    [
        ("low", Level.PUBLIC), ("moderate", Level.MEMBERS), ("high", Level.NAMED), ("severe", Level.OWNER),
        ("not_assessed", Level.NAMED),
    ],
)  # fmt: skip
def test_the_sensitivity_of_the_text_caps_its_details(sensitivity, details, owner, organisation):
    identity = IdentityFactory(owner=organisation, listed_to=Level.OWNER)

    widen_access(
        identity=identity, by=owner, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, reason="Published.",
        sensitivity=TextSensitivity(sensitivity),
    )  # fmt: skip

    assert levels(identity) == (Level.PUBLIC, details)


# Wishes


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


# Parties


def test_an_editor_sets_parties(organisation):
    identity = IdentityFactory(listed_to=Level.MEMBERS)
    by, named = editor(), OrganisationFactory()

    second = editor()

    set_parties(identity=identity, by=by, owner=organisation, named=[named], second=second)

    identity.refresh_from_db()
    assert (identity.owner, identity.custodian, list(identity.named_organisations.all())) == (
        organisation,
        None,
        [named],
    )
    assert AuditEntry.objects.get(identity=identity).detail == {
        "listed_to": "members", "details_to": "members", "owner": organisation.pk, "custodian": None,
        "named": [named.pk], "second": second.pk,
    }  # fmt: skip
    with pytest.raises(PermissionDenied):
        set_parties(identity=identity, by=member_of(organisation, focal_point=True))


def test_one_editor_alone_names_no_further_organisation(organisation):
    identity = IdentityFactory(listed_to=Level.NAMED, named_organisations=[organisation])
    author = editor()
    ask_access(identity=identity, by=author, listed_to="members", details_to="members", **NO)

    with pytest.raises(ValidationError):
        set_parties(identity=identity, by=author, named=[organisation, OrganisationFactory()])
    set_parties(identity=identity, by=author, named=[organisation])
    assert AccessWish.objects.exists()
    set_parties(identity=identity, by=author, named=[])

    assert not AccessWish.objects.exists()
    assert not identity.named_organisations.exists()


@pytest.mark.parametrize("part", ["owner", "custodian"])
def test_one_editor_alone_makes_no_further_organisation_owner_or_keeper(part, organisation):
    mine = OrganisationFactory()
    identity = IdentityFactory(listed_to=Level.OWNER, owner=organisation)
    by = editor(member_of(mine, focal_point=True))
    parties = {"owner": organisation, part: mine}

    for second in (None, by, member_of()):
        with pytest.raises(PermissionDenied):
            set_parties(identity=identity, by=by, second=second, **parties)
    ask_parties(identity=identity, by=by, reason="They asked.", **parties)
    with pytest.raises(PermissionDenied):
        approve_parties(identity=identity, by=by)
    identity.refresh_from_db()
    assert (identity.owner, identity.custodian, actions(identity)) == (organisation, None, [])

    approve_parties(identity=identity, by=editor())

    identity.refresh_from_db()
    assert getattr(identity, part) == mine
    assert AuditEntry.objects.get(identity=identity).detail["asked_by"] == by.pk
    assert not PartiesWish.objects.exists()


def test_a_keeper_becomes_owner_by_two(organisation):
    identity = IdentityFactory(custodian=organisation)

    with pytest.raises(PermissionDenied):
        set_parties(identity=identity, by=editor(), owner=organisation)


@pytest.mark.parametrize("part", ["owner", "custodian"])
def test_one_editor_alone_cuts_nobody_off_their_record(part, organisation):
    identity = IdentityFactory(owner=organisation, custodian=organisation)
    parties = {"owner": organisation, "custodian": organisation} | {part: None}

    with pytest.raises(PermissionDenied):
        set_parties(identity=identity, by=editor(), **parties)
    set_parties(identity=identity, by=editor(), second=editor(), **parties)

    identity.refresh_from_db()
    assert getattr(identity, part) is None


@pytest.mark.parametrize("narrow", [restrict_access, withdraw_record, set_parties])
def test_narrowing_drops_parties_that_wait(narrow, organisation):
    identity = IdentityFactory()
    wish = ask_parties(identity=identity, by=editor(), owner=organisation, reason="They asked.")
    assert str(wish) == f"{identity.code}: {organisation} / –"

    narrow(identity=identity, by=editor())
    approve_parties(identity=identity, by=editor())

    identity.refresh_from_db()
    assert identity.owner is None


def test_parties_are_approved_as_they_were_seen_and_asked_for_with_a_reason(organisation):
    identity = IdentityFactory()
    seen = ask_parties(identity=identity, by=editor(), owner=organisation, reason="They asked.").pk
    ask_parties(identity=identity, by=editor(), custodian=organisation, reason="They asked.")

    with pytest.raises(ChangedMeanwhile):
        approve_parties(identity=identity, by=editor(), seen=seen)
    with pytest.raises(ValidationError):
        ask_parties(identity=identity, by=editor(), owner=organisation, reason=" ")
    with pytest.raises(PermissionDenied):
        ask_parties(identity=identity, by=member_of(), owner=organisation, reason="They asked.")


# Withdrawn, restored


def test_nobody_decides_about_a_withdrawn_record(organisation):
    author, holder = editor(), member_of()
    identity = IdentityFactory(owner=organisation, contributors=[author])
    withdraw_record(identity=identity, by=author)
    levels_of_all = {"listed_to": "public", "details_to": "public"}

    for decide in (
        lambda: give_grant(identity=identity, by=author, user=holder, reason="A request."),
        lambda: give_grant(identity=identity, by=author, second=editor(), user=holder, reason="A request."),
        lambda: widen_access(identity=identity, by=author, second=editor(), reason="Published.", **levels_of_all),
        lambda: ask_access(identity=identity, by=author, **levels_of_all, **NO),
        lambda: restrict_access(identity=identity, by=author, listed_to="members"),
    ):
        with pytest.raises(PermissionDenied):
            decide()


def test_two_editors_restore_a_withdrawn_record_with_a_reason(owner, organisation):
    first, second = editor(), editor()
    identity = IdentityFactory(owner=organisation, listed_to=Level.MEMBERS)
    with pytest.raises(ValidationError):
        restore_record(identity=identity, by=first, second=second, reason="Agreed.")
    withdraw_record(identity=identity, by=owner)

    for by, other in ((first, None), (first, first), (first, owner), (owner, first), (member_of(), first)):
        with pytest.raises(PermissionDenied):
            restore_record(identity=identity, by=by, second=other, reason="Agreed.")
    with pytest.raises(ValidationError):
        restore_record(identity=identity, by=first, second=second, reason=" ")
    restore_record(identity=identity, by=first, second=second, reason="Agreed.")

    identity.refresh_from_db()
    assert (identity.withdrawn_at, levels(identity)) == (None, (Level.MEMBERS, Level.MEMBERS))
    entry = AuditEntry.objects.filter(identity=identity).first()
    assert (entry.action, entry.by, entry.detail["second"]) == ("restored", first, second.pk)


# Decided of the row as it stands


def test_a_stale_row_grants_and_asks_for_nothing(owner, organisation):
    author, holder = editor(), member_of()
    identity = IdentityFactory(owner=organisation, contributors=[author])
    grant = give_grant(identity=identity, by=owner, user=holder, reason="A request.")
    grant = Grant.objects.select_related("identity").get(pk=grant.pk)
    set_parties(identity=RecordIdentity.objects.get(pk=identity.pk), by=author, second=editor())

    with pytest.raises(PermissionDenied):
        give_grant(identity=identity, by=owner, user=member_of(), reason="A request.")
    with pytest.raises(PermissionDenied):
        end_grant(grant=grant, by=owner)
    with pytest.raises(ChangedMeanwhile):
        ask_access(
            identity=identity, by=author, listed_to="members", details_to="members", version=identity.version, **NO
        )

    assert not AccessWish.objects.exists()


# Grants


def test_the_owner_grants_details_until_a_day(owner, organisation):
    identity = IdentityFactory(owner=organisation, details_to=Level.OWNER)
    holder, staff = member_of(), member_of(OrganisationFactory())

    grant = give_grant(identity=identity, by=owner, user=holder, reason="A request.")
    give_grant(
        identity=identity, by=owner, organisation=staff.member.memberships.get().organisation, reason="An agreement.",
        until=timezone.now() + timedelta(days=1),
    )  # fmt: skip

    assert [can(user, Action.READ, identity) for user in (holder, staff, member_of(), None)] == [
        True, True, False, False,
    ]  # fmt: skip
    assert str(grant) == f"{identity.code} → {holder}"
    end_grant(grant=grant, by=owner)
    end_grant(grant=grant, by=editor())
    assert not can(holder, Action.READ, identity)
    grant.refresh_from_db()
    assert grant.ended_by == owner
    assert actions(identity) == ["grant given", "grant given", "grant ended"]


def test_granting_takes_the_owner_or_two_people(organisation):
    keeper = OrganisationFactory()
    identity = IdentityFactory(owner=organisation, custodian=keeper, details_to=Level.OWNER)
    focal_point, second, holder = member_of(keeper, focal_point=True), editor(), member_of()

    for by, other in ((focal_point, None), (second, None), (second, second), (member_of(), second)):
        with pytest.raises(PermissionDenied):
            give_grant(identity=identity, by=by, second=other, user=holder, reason="A request.")
    give_grant(identity=identity, by=focal_point, second=second, user=holder, reason="A request.")

    assert can(holder, Action.READ, identity)
    assert AuditEntry.objects.get(identity=identity).detail["second"] == second.pk
    with pytest.raises(PermissionDenied):
        end_grant(grant=Grant.objects.get(), by=holder)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""}, {"user": None}, {"organisation": "organisation"},
        {"until": timezone.now() - timedelta(minutes=1)},
    ],
)  # fmt: skip
def test_a_grant_is_for_one_with_a_reason_and_an_end_to_come(wrong, owner, organisation):
    identity = IdentityFactory(owner=organisation)
    values = {"user": member_of(), "reason": "A request."} | wrong
    if "organisation" in values:
        values["organisation"] = organisation

    with pytest.raises(ValidationError):
        give_grant(identity=identity, by=owner, **values)

    assert not Grant.objects.exists()


def test_a_grant_never_adds_the_card():
    identity = IdentityFactory(listed_to=Level.NAMED)
    holder = member_of()
    GrantFactory(identity=identity, user=holder)

    assert [can(holder, action, identity) for action in (Action.KNOW, Action.READ)] == [False, False]


# What the database refuses, whoever writes


@pytest.mark.parametrize(
    "wrong",
    [
        {"listed_to": "members", "details_to": "public"},
        {"listed_to": "owner_organisation", "details_to": "named_organisations"},
        {"text_sensitivity": "moderate", "details_to": "public"},
        {"text_sensitivity": "not_assessed", "details_to": "members"},
        {"text_sensitivity": "severe", "details_to": "named_organisations"},
    ],
)
def test_the_database_keeps_details_within_card_and_sensitivity(wrong):
    identity = IdentityFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        RecordIdentity.objects.filter(pk=identity.pk).update(**wrong)


def test_the_database_keeps_grants_whole(organisation):
    now = timezone.now()
    for wrong in (
        {"user": UserFactory(), "organisation": organisation}, {},
        {"organisation": organisation, "ended_at": now},
        {"organisation": organisation, "starts_at": now, "until": now},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            GrantFactory(**wrong)


# Rows, log and announcements


def test_a_new_record_is_as_narrow_as_its_kind_asks():
    by = member_of()

    plain = register_record(key=uuid4(), kind="holding", code="DH-0001")
    wide = register_record(key=uuid4(), kind="case_study", code="CS-0001", by=by, listed_to=Level.MEMBERS)

    assert levels(plain) == (Level.OWNER, Level.OWNER)
    # Nobody has assessed its text yet, which counts as high.
    assert levels(wide) == (Level.MEMBERS, Level.NAMED)
    assert (list(plain.contributors.all()), list(wide.contributors.all())) == ([], [by])
    assert actions(wide) == ["registered"]


def test_what_rests_on_published_sources_is_published_once(organisation):
    identity = register_record(key=uuid4(), kind="case_study", code="CS-0001")
    owned = register_record(key=uuid4(), kind="case_study", code="CS-0002", owner=organisation)

    with pytest.raises(ValidationError):
        publish_from_sources(identity=identity, reason=" ")
    publish_from_sources(identity=identity, reason="A report.")
    for row in (identity, owned):
        with pytest.raises(PermissionDenied):
            publish_from_sources(identity=row, reason="A report.")

    assert levels(identity) == (Level.PUBLIC, Level.PUBLIC)


def test_the_log_is_only_added_to_and_outlives_its_record():
    identity = IdentityFactory()
    entry = log("looked at", identity=identity, by=None, place="here")

    with pytest.raises(TypeError):
        entry.save()
    identity.delete()

    entry.refresh_from_db()
    assert (entry.identity, entry.code, entry.by, entry.detail) == (None, identity.code, None, {"place": "here"})
    assert str(entry) == f"looked at {identity.code}"
    assert log("counted").code == ""


def failing_after_a_change(identity, by):
    with announced_together():
        restrict_access(identity=identity, by=by, listed_to=Level.NAMED)
        restrict_access(identity=identity, by=by, listed_to=Level.PUBLIC)


def test_changes_are_announced_together_or_not_at_all(changed):
    by, first, second = editor(), IdentityFactory(), IdentityFactory()

    with announced_together():
        restrict_access(identity=first, by=by, listed_to=Level.MEMBERS)
        with announced_together():
            restrict_access(identity=second, by=by, listed_to=Level.MEMBERS)
    with announced_together():
        pass
    with pytest.raises(ValidationError):
        failing_after_a_change(first, by)

    assert changed == [{first.key, second.key}]


def test_an_organisation_has_a_row_from_the_start_and_its_changes_are_announced(changed):
    organisation, sector = OrganisationFactory(), Sector.objects.first()
    identity = RecordIdentity.objects.get(pk=organisation.key)
    changed.clear()

    organisation.sectors.add(sector)
    sector.organisation_set.remove(organisation)
    organisation.save()

    assert (identity.owner, levels(identity)) == (organisation, (Level.PUBLIC, Level.PUBLIC))
    assert {frozenset(keys) for keys in changed} == {frozenset({organisation.key})}


def test_loading_rows_from_a_file_makes_no_identity():
    organisation = OrganisationFactory()
    saved = serialize("json", [organisation])
    RecordIdentity.objects.filter(pk=organisation.key).delete()
    Organisation.objects.filter(pk=organisation.pk).delete()

    next(deserialize("json", saved)).save()

    assert not RecordIdentity.objects.filter(pk=organisation.key).exists()
