"""Members in the admin: who says who belongs to which organisation, and how an account begins."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from portal.access.readers import reader_of
from portal.directory.models import Member, Membership
from portal.taxonomy.models import OrganisationType
from portal.users.models import User
from tests.factories.mails import last_mail
from tests.factories.people import MemberFactory, OrganisationFactory, UserFactory, editor, member_of, with_factor
from tests.records.admin_form import rows, send, shown

pytestmark = pytest.mark.django_db
ADD, LIST = reverse("members:add"), reverse("members:index_results")
PASSWORD = "a long and odd sentence"


@pytest.fixture
def administrator(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def belongs(organisation, **fields):
    return rows("memberships", {"organisation": organisation.pk, "is_active": "on", **fields})


def reader(email):
    return reader_of(User.objects.get(email=email))


def test_an_administrator_makes_a_focal_point_and_ends_it(administrator):
    organisation = OrganisationFactory()
    typed = {"email": "New@Example.org", "first_name": "Somebody", "is_active": "on"}

    send(administrator, ADD, **typed, **belongs(organisation, is_focal_point="on"))

    member = Member.objects.get()
    assert (str(member), reader("new@example.org").focal_ids) == ("Somebody", {organisation.pk})
    assert member.user.emailaddress_set.get().verified
    data = shown(administrator.get(reverse("members:edit", args=[member.pk])))
    data.pop("memberships-0-is_active")
    administrator.post(
        reverse("members:edit", args=[member.pk]), data | {"last_name": "Else", "email": "x@example.org"}
    )
    ended = reader("new@example.org")
    assert (ended.is_member, ended.organisation_ids) == (True, frozenset())
    assert str(Member.objects.get()) == "Somebody Else"


def test_who_has_an_account_becomes_a_member_with_it(administrator):
    user = editor(UserFactory(email="known@example.org", first_name="Known"))

    send(administrator, ADD, email="KNOWN@example.org", is_active="on", **rows("memberships"))

    assert Member.objects.get().user == user
    assert User.objects.get(pk=user.pk).first_name == "Known"
    again = send(administrator, ADD, email="known@example.org", **rows("memberships"))
    assert "There is a member with this e-mail address already." in again.text
    assert Member.objects.count() == 1


def test_an_editor_who_was_added_in_capitals_becomes_a_member_with_that_account(administrator):
    typed = {"email": "Ana@Example.ORG", "first_name": "Ana", "last_name": "B", "is_active": "on"}
    send(administrator, reverse("wagtailusers_users:add"), **typed)

    send(administrator, ADD, email="ana@example.org", is_active="on", **rows("memberships"))

    assert Member.objects.get().user.email == "ana@example.org"
    again = send(administrator, reverse("wagtailusers_users:add"), **typed | {"email": "ANA@example.org"})
    assert again.status_code == 200
    assert User.objects.filter(email__iexact="ana@example.org").count() == 1


def test_no_organisation_twice(administrator):
    organisation = OrganisationFactory()
    twice = [{"organisation": organisation.pk, "is_active": "on"}] * 2

    answer = send(administrator, ADD, email="new@example.org", **rows("memberships", *twice))

    assert answer.status_code == 200
    assert not Member.objects.exists()


def test_the_list_names_organisations_and_asks_equally_often(administrator, django_assert_max_num_queries):
    for number in range(8):
        member_of(OrganisationFactory(acronym=f"BODY{number}"), focal_point=number == 3)
    Membership.objects.filter(organisation__acronym="BODY4").update(is_active=False)

    with django_assert_max_num_queries(14):
        text = administrator.get(LIST).text

    assert "BODY3 (focal point)" in text
    assert "BODY2 (focal point)" not in text
    assert "BODY4" not in text
    (found,) = Member.objects.filter(memberships__organisation__acronym="BODY5")
    rows_found = administrator.get(LIST, {"q": found.user.email}).context["object_list"]
    assert list(rows_found) == [found]


@pytest.mark.parametrize("name", ["members:index", "members:add", "members:edit", "members:delete", "members:history"])
def test_editors_find_none_of_it(client, name):
    member = MemberFactory()
    client.force_login(editor())
    url = reverse(name, args=[member.pk] if name.split(":")[1] in ("edit", "delete", "history") else [])

    assert [ask(url).headers.get("Location") for ask in (client.get, client.post)] == ["/admin/", "/admin/"]
    assert reverse("members:index") not in client.get("/admin/").text


def test_nobody_deletes_a_member(administrator):
    member = MemberFactory()

    administrator.post(reverse("members:delete", args=[member.pk]))

    assert Member.objects.filter(pk=member.pk).exists()


def test_a_new_member_chooses_a_password_by_mail_and_comes_in(administrator, client):
    send(administrator, ADD, email="new@example.org", is_active="on", **rows("memberships"))
    client.logout()

    chooses_password(client, "new@example.org")

    assert "_auth_user_id" in client.session


def test_an_editor_whom_an_administrator_adds_under_users_comes_in(administrator, client):
    group = Group.objects.get(name="Editors")
    send(
        administrator,
        reverse("wagtailusers_users:add"),
        email="second@example.org",
        first_name="A",
        last_name="B",
        is_active="on",
        groups=[group.pk],
    )
    client.logout()

    chooses_password(client, "second@example.org")
    confirmation = re.search(r"/accounts/confirm-email/\S+", last_mail().body)
    if confirmation:
        client.post(confirmation[0])
        client.post("/accounts/login/", {"login": "second@example.org", "password": PASSWORD})

    assert client.get("/admin/").headers["Location"] == reverse("mfa_index")
    with_factor(User.objects.get(email="second@example.org"))
    assert client.get("/admin/").status_code == 200


def chooses_password(client, email):
    client.post(reverse("account_reset_password"), {"email": email})
    link = re.search(r"/accounts/password/reset/key/\S+", last_mail().body)[0]
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    client.post("/accounts/login/", {"login": email, "password": PASSWORD})


def test_an_administrator_alone_names_nobody_who_speaks_for_an_authority(administrator):
    authority = OrganisationFactory(kind=OrganisationType.objects.get(key="national_mine_action_authority"))
    frozen = OrganisationFactory(frozen_at=timezone.now())
    typed = {"email": "new@example.org", "is_active": "on"}

    for organisation, fields in ((authority, {"is_focal_point": "on"}), (frozen, {})):
        answer = send(administrator, ADD, **typed, **belongs(organisation, **fields))
        assert answer.status_code == 200
        assert not Member.objects.exists()

    send(administrator, ADD, **typed, **belongs(authority))
    assert reader("new@example.org").organisation_ids == {authority.pk}
