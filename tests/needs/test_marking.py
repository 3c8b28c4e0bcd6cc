"""What people say of a match: by whom, with which reason, and on its page."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from portal.access.models import AuditEntry
from practices.needs.marking import MARKED, mark_match
from practices.needs.models import MatchMark
from practices.needs.renewing import renew_all
from tests.factories.needs import make_holding, make_need
from tests.factories.people import UserFactory, editor, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def need():
    return make_need()


@pytest.fixture
def holding():
    return make_holding(details_to="members")


def marks():
    return list(MatchMark.objects.values_list("mark", "reason"))


def test_the_last_word_counts(need, holding):
    for mark in ("fits", "already_asked"):
        mark_match(need=need.identity, holding=holding.identity, mark=mark, by=member_of())
    mark_match(need=need.identity, holding=holding.identity, mark="does_not_fit", reason=" Too old ", by=editor())

    assert marks() == [("does_not_fit", "Too old")]


@pytest.mark.parametrize(("mark", "reason"), [("does_not_fit", " "), ("perhaps", "")])
def test_what_does_not_fit_says_why_and_there_are_three_marks(need, holding, mark, reason):
    with pytest.raises(ValidationError):
        mark_match(need=need.identity, holding=holding.identity, mark=mark, reason=reason, by=member_of())

    assert marks() == []


def test_only_members_and_editors_who_may_read_both_may_mark(need):
    closed = make_holding(details_to="named_organisations")
    open_ = make_holding()

    for holding, user in ((closed, member_of()), (open_, UserFactory())):
        with pytest.raises(PermissionDenied):
            mark_match(need=need.identity, holding=holding.identity, mark="fits", by=user)


def address(need, holding):
    return f"/matches/{holding.identity.code}/{need.identity.code}/"


def test_a_member_says_on_the_page_that_it_does_not_fit(client, need, holding):
    client.force_login(member_of())
    assert need.title in client.get(address(need, holding)).text

    without_reason = client.post(address(need, holding), {"mark": "does_not_fit"})
    said = client.post(address(need, holding), {"mark": "does_not_fit", "reason": "Only cities"})

    assert without_reason.status_code == 400
    assert "Say why it does not fit" in without_reason.text
    assert (said.status_code, said.url) == (302, f"{need.url}#fits")
    assert marks() == [("does_not_fit", "Only cities")]


def test_the_page_of_a_mark_is_absent_for_who_may_not_read_both(client, need):
    closed = make_holding(listed_to="owner_organisation")
    client.force_login(member_of())

    answers = [client.get(address(need, closed)), client.get(f"/matches/DH-ZZZZ/{need.identity.code}/")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert client.post(address(need, closed), {"mark": "fits"}).status_code == 404
    assert marks() == []


def test_visitors_are_asked_to_sign_in_whatever_they_name(client, need, holding):
    for codes in (address(need, holding), "/matches/DH-ZZZZ/DN-ZZZZ/"):
        answer = client.get(codes)
        assert (answer.status_code, answer.url) == (302, f"/accounts/login/?next={codes}")


@pytest.mark.parametrize("reason", ["Only at 36.34512, 43.13021", "Passport A1234567 is in it"])
def test_a_reason_holds_nothing_that_members_may_not_read(client, need, holding, reason):
    client.force_login(member_of())

    answer = client.post(address(need, holding), {"mark": "fits", "reason": reason})

    assert answer.status_code == 400
    assert "Something in it is for fewer people than would read it." in answer.text
    assert set(answer.context["form"].errors) == {"reason"}
    assert answer.context["form"]["reason"].value() == reason
    assert marks() == []


def test_a_reason_is_for_members_and_the_mark_for_who_may_read_both(client):
    need, holding = make_need(), make_holding()
    renew_all()
    member = member_of()
    mark_match(need=need.identity, holding=holding.identity, mark="does_not_fit", reason="Only cities", by=member)

    def shown(user=None):
        client.logout()
        if user:
            client.force_login(user)
        return [[words in client.get(page.url).text for words in ("Does not fit", "Only cities")] for page in pages]

    pages = (need, holding)
    assert shown() == shown(UserFactory()) == [[True, False]] * 2
    assert shown(member_of()) == shown(editor()) == [[True, True]] * 2


def test_each_word_stays_in_the_log_which_no_record_s_owner_sees(need, holding):
    first, second = member_of(), editor()
    sides = {"need": need.identity, "holding": holding.identity}
    mark_match(**sides, mark="does_not_fit", reason="Too old", by=first)
    mark_match(**sides, mark="fits", by=second)

    codes = {side: identity.code for side, identity in sides.items()}
    assert list(AuditEntry.objects.filter(action=MARKED).order_by("pk").values_list("by", "identity", "detail")) == [
        (first.pk, None, {**codes, "mark": "does_not_fit", "reason": "Too old"}),
        (second.pk, None, {**codes, "mark": "fits", "reason": ""}),
    ]


@pytest.mark.django_db(transaction=True)
def test_two_marks_at_the_same_moment_are_both_kept_the_last_counts():
    need, holding, users = make_need(), make_holding(), [member_of() for _ in range(4)]
    sides, at_once = {"need": need.identity, "holding": holding.identity}, Barrier(len(users))

    def say(user):
        at_once.wait()
        try:
            return mark_match(**sides, mark="does_not_fit", reason=f"Said by {user.pk}", by=user)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(users)) as people:
        said = list(people.map(say, users))

    assert len({row.pk for row in said}) == 1
    last = AuditEntry.objects.filter(action=MARKED).order_by("pk").last()
    assert marks() == [("does_not_fit", last.detail["reason"])]
    assert AuditEntry.objects.filter(action=MARKED).count() == len(users)


def test_only_who_may_say_so_is_asked_whether_it_fits(client):
    need = make_need()
    make_holding()
    renew_all()
    asked = {}
    for who, user in (("visitor", None), ("no member", UserFactory()), ("member", member_of()), ("editor", editor())):
        client.logout()
        if user:
            client.force_login(user)
        asked[who] = "Say whether it fits" in client.get(need.url).text

    assert asked == {"visitor": False, "no member": False, "member": True, "editor": True}
