"""The first administrator of a new portal."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.factories.people import UserFactory, with_factor

pytestmark = pytest.mark.django_db
EMAIL = "first@example.org"
PASSWORD = "a long one for this test"


def link(capsys, email=EMAIL):
    call_command("setup_portal", administrator=email)
    told = capsys.readouterr().out.split()[-1]
    return told[told.index("/accounts/") :]


def choose_password(client, path):
    form = client.get(path, follow=True)
    return client.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD}, follow=True)


def test_chooses_a_password_and_signs_in(client, capsys):
    choose_password(client, link(capsys))
    client.logout()
    client.post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})

    assert client.get("/admin/").headers["Location"] == "/accounts/2fa/"
    with_factor(get_user_model().objects.get(email=EMAIL))
    assert client.get("/admin/").status_code == 200


def test_the_link_is_used_once(client, capsys):
    path = link(capsys)
    choose_password(client, path)
    client.logout()

    assert "password1" not in client.get(path, follow=True).content.decode()


def test_a_second_run_makes_no_second_account(client, capsys):
    choose_password(client, link(capsys, "  First@Example.org "))

    call_command("setup_portal", administrator=EMAIL)

    assert "already" in capsys.readouterr().out
    assert list(get_user_model().objects.values_list("email", flat=True)) == [EMAIL]


@pytest.mark.parametrize("email", ["nobody", "second@example.org", "member@example.org"])
def test_nobody_else_becomes_administrator(email):
    UserFactory(email=EMAIL, is_superuser=True)
    UserFactory(email="member@example.org")

    with pytest.raises(CommandError):
        call_command("setup_portal", administrator=email)

    assert list(get_user_model().objects.filter(is_superuser=True).values_list("email", flat=True)) == [EMAIL]
