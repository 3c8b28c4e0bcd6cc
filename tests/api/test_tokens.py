"""Tokens of programs: what they open, and when they end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.api.enums import Scope
from portal.api.models import Token
from portal.api.tokens import MOST, end_token, make_token, tokens_of
from portal.directory.erasing import close_account, erase_account
from portal.directory.models import Member
from portal.directory.own_data import own_data
from tests.access.clock import standing
from tests.access.test_second_factor import without
from tests.api.asking import Program, token_of
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def member():
    return member_of(OrganisationFactory())


def titles(program):
    return {row["title"][0] for row in program.read("case-studies/")["rows"]}


def status(program):
    return program.ask("records/").status_code


def test_a_token_reads_what_its_person_reads():
    organisation = OrganisationFactory()
    make_record(title="Open")
    make_record(title="Members", listed_to=Level.MEMBERS)
    decide(make_record(title="Ours", listed_to=Level.OWNER), listed_to=Level.OWNER, owner=organisation)

    assert titles(Program()) == {"Open"}
    assert titles(Program(member())) == {"Open", "Members"}
    assert titles(Program(member_of(organisation, focal_point=True))) == {"Open", "Members", "Ours"}


@pytest.mark.parametrize("scope", [scope for scope in Scope if scope is not Scope.READ])
def test_a_token_that_may_only_write_reads_nothing(scope):
    make_record(title="Open")

    response = Program(member(), scope).ask("records/")

    assert response.status_code == 403
    assert response["WWW-Authenticate"].endswith('error="insufficient_scope", scope="read"')
    assert b"Open" not in response.content


@pytest.mark.parametrize("sent", ["Bearer nothing", "Bearer", "Basic abc", "", "Bearer maim_" + "x" * 43, "\xe9"])
def test_what_is_no_token_that_works_is_refused(sent):
    response = Program().ask("records/", Authorization=sent)

    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer ")
    assert response["Content-Type"] == "application/problem+json"


def test_a_cookie_is_nobody():
    make_record(title="Members", listed_to=Level.MEMBERS)
    program = Program()
    program.client.force_login(member())

    assert titles(program) == set()
    assert program.ask("needs/", "POST", {}).status_code == 401


def test_it_ends_with_its_last_day():
    user, now = member(), datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    with standing(now):
        program = Program(token=make_token(by=user, name="x", scopes=[Scope.READ], expires_on=date(2026, 11, 27))[1])

    for moment, answer in ((now, 200), (datetime(2026, 11, 27, 23, tzinfo=UTC), 200), (now + timedelta(days=3), 401)):
        with standing(moment):
            assert status(program) == answer


def test_its_person_ends_it_and_nobody_else():
    user = member()
    program = Program(user)
    (token,) = tokens_of(user)

    with pytest.raises(PermissionDenied):
        end_token(token=token, by=member())
    assert status(program) == 200
    end_token(token=token, by=user)
    assert status(program) == 401
    assert not tokens_of(user)


def test_it_ends_with_the_membership_and_does_not_come_back_with_the_account():
    user = member()
    program = Program(user)

    Member.objects.filter(user=user).update(is_active=False)
    assert status(program) == 401
    Member.objects.filter(user=user).update(is_active=True)
    assert status(program) == 200
    close_account(user=user)
    type(user).objects.filter(pk=user.pk).update(is_active=True)
    Member.objects.filter(user=user).update(is_active=True)
    assert status(program) == 401


def test_who_must_have_a_second_factor_has_no_token_without():
    user = editor()
    program = Program(user)

    assert status(program) == 200
    without(user)
    assert status(program) == 401


def test_it_goes_with_who_is_forgotten_and_is_told_to_who_asks():
    user = member()
    token_of(user)

    (told,) = own_data(user)["tokens_for_programs"]
    erase_account(user=user, by=None)

    assert told["name"] == "A program"
    assert "digest" not in told
    assert not Token.objects.exists()


def test_that_it_was_used_is_written_down_and_not_each_time():
    user, now = member(), datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    with standing(now):
        program = Program(user)
    seen = []

    for minutes in (0, 1, 10):
        with standing(now + timedelta(minutes=minutes)):
            status(program)
        seen.append(tokens_of(user).get().last_used_at)

    assert seen == [now, now, now + timedelta(minutes=10)]


def test_its_text_is_kept_nowhere():
    user = member()
    text = token_of(user)

    assert text.startswith("maim_")
    kept = str(list(Token.objects.values())) + str(list(AuditEntry.objects.values()))
    assert text not in kept
    assert text.removeprefix("maim_") not in kept


@pytest.mark.parametrize(("day", "field"), [(-1, "expires_on"), (366, "expires_on"), (0, None), (365, None)])
def test_it_lasts_a_year_at_most(day, field):
    def make():
        ends = timezone.localdate() + timedelta(days=day)
        return make_token(by=member(), name="x", scopes=[Scope.READ], expires_on=ends)

    if field is None:
        assert make()
    else:
        with pytest.raises(ValidationError) as refused:
            make()
        assert list(refused.value.error_dict) == [field]


def test_only_the_community_makes_them_and_each_not_too_many():
    user = member()
    for _ in range(MOST):
        token_of(user)

    with pytest.raises(ValidationError):
        token_of(user)
    with pytest.raises(PermissionDenied):
        token_of(UserFactory())


def test_reads_above_members_are_in_the_log_as_of_a_program():
    organisation = OrganisationFactory()
    reader = member_of(organisation, focal_point=True)
    page = make_record(title="Ours", details_to=Level.OWNER)
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=organisation)
    hidden = make_record(title="Theirs", listed_to=Level.OWNER)
    AuditEntry.objects.all().delete()

    program = Program(reader)
    AuditEntry.objects.all().delete()
    program.ask(f"records/{page.identity.code}/")
    program.ask(f"records/{hidden.identity.code}/")

    lines = [(entry.action, entry.code, entry.by, entry.detail) for entry in AuditEntry.objects.order_by("pk")]
    assert lines == [
        ("read", page.identity.code, reader, {"way": "program"}),
        ("refused", hidden.identity.code, reader, {}),
    ]


@pytest.mark.parametrize("part", ["links", "trail"])
def test_what_stands_around_an_entry_is_read_in_its_details(part):
    organisation = OrganisationFactory()
    page = make_record(title="Ours", details_to=Level.OWNER)
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=organisation)
    point, stranger = Program(member_of(organisation, focal_point=True)), Program(member())
    AuditEntry.objects.all().delete()

    for program in (point, stranger, Program()):
        program.read(f"records/{page.identity.code}/{part}/")

    assert [entry.code for entry in AuditEntry.objects.filter(action="read")] == [page.identity.code]
