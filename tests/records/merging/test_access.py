"""Nobody who may not know of the double can tell; what was for one is for the people of both."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from portal.access.enums import Action, Level, TextSensitivity
from portal.access.models import AuditEntry, PartiesWish
from portal.access.policy import can
from portal.directory.models import Organisation
from tests.factories.access import GrantFactory
from tests.factories.people import UserFactory, editor, member_of
from tests.factories.records import decide, make_record
from tests.records.merging.merged import REASON, administrator, merge, naming

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hidden", ["drop", "keep", "both"])
def test_who_may_not_know_of_both_finds_nothing(drop, keep, hidden):
    merge(drop, keep)
    for name, organisation in (("drop", drop), ("keep", keep)):
        if hidden in (name, "both"):
            decide(organisation, listed_to=Level.OWNER)
    absent = {path: Client().get(path) for path in ("/organisations/never-was-0000/", "/r/ORG-ZZZZ")}

    for path, nothing in zip((f"/organisations/{drop.slug}/", f"/r/{drop.code}"), absent.values(), strict=True):
        answer = Client().get(path)
        assert (answer.status_code, answer.content, list(answer.items())) == (
            404, nothing.content, list(nothing.items()),
        )  # fmt: skip
    insider = Client()
    insider.force_login(editor())
    assert insider.get(f"/organisations/{drop.slug}/").status_code == 302


@pytest.mark.parametrize("hidden", ["drop", "keep"])
@pytest.mark.parametrize(
    "access",
    [
        {"listed_to": Level.OWNER},
        {"listed_to": Level.PUBLIC, "details_to": Level.MEMBERS},
        {"listed_to": Level.PUBLIC, "withdrawn_at": timezone.now()},
    ],
)
def test_nothing_is_shown_to_more_people_by_a_merge(drop, keep, hidden, access):
    decide({"drop": drop, "keep": keep}[hidden], **access)

    with pytest.raises(ValidationError, match="“Old office” and “New office” are not shown to the same people"):
        merge(drop, keep)

    assert Organisation.objects.get(pk=drop.pk).merged_into is None
    assert Organisation.objects.get(pk=keep.pk).also_named == []


def test_two_that_are_hidden_alike_merge(drop, keep):
    for each in (drop, keep):
        decide(each, listed_to=Level.OWNER)

    assert "Old office" in merge(drop, keep).also_named


def test_what_was_for_one_is_for_the_people_of_both_and_each_log_says_so(drop, keep):
    record = make_record()
    decide(record, listed_to=Level.OWNER, owner=drop)
    granted = make_record(details_to=Level.OWNER)
    GrantFactory(identity=granted.identity, organisation=drop)
    person, by = member_of(keep, focal_point=True), administrator()
    assert not can(person, Action.KNOW, record)

    merge(drop, keep, by=by)

    person = type(person).objects.get(pk=person.pk)
    assert can(person, Action.KNOW, record)
    assert can(person, Action.READ, granted)
    assert not can(member_of(), Action.KNOW, record)
    told = {"dropped": drop.code, "kept": keep.code, "reason": REASON}
    lines = AuditEntry.objects.filter(action__in=("organisations merged", "grant moved"), by=by)
    assert {each.code: told.items() <= each.detail.items() for each in lines} == {
        record.identity.code: True, granted.identity.code: True, drop.code: True,
    }  # fmt: skip


def test_no_level_changes(drop, keep):
    record = make_record(details_to=Level.NAMED)
    decide(record, listed_to=Level.MEMBERS, details_to=Level.NAMED, owner=drop)

    merge(drop, keep)

    identity = record.identity
    assert (identity.listed_to, identity.details_to, identity.text_sensitivity) == (
        Level.MEMBERS, Level.NAMED, TextSensitivity.LOW,
    )  # fmt: skip


def test_a_change_of_parties_that_waits_must_be_looked_at_again(drop, keep):
    identity = make_record().identity
    wish = PartiesWish.objects.create(identity=identity, owner=drop, reason="Theirs", asked_by=editor())

    merge(drop, keep)

    now = PartiesWish.objects.get()
    assert (now.owner, now.custodian, now.reason, now.asked_by) == (keep, None, "Theirs", wish.asked_by)
    assert now.pk != wish.pk


def former_administrator():
    return UserFactory(is_superuser=True, is_active=False)


@pytest.mark.parametrize("who", [editor, UserFactory, lambda: None, former_administrator])
def test_only_administrators_merge(drop, keep, who):
    page = naming(drop)

    with pytest.raises(PermissionDenied):
        merge(drop, keep, by=who())

    assert page.organisations.model.objects.filter(organisation=drop).exists()
    assert Organisation.objects.get(pk=drop.pk).merged_into is None
