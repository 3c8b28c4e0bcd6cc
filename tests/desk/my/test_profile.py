"""What members say of themselves, and whether others find them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.directory.profiles import keep_profile, listed_members
from portal.taxonomy.models import Country, Expertise

pytestmark = pytest.mark.django_db
URL = reverse("my:profile")


def said(**values):
    return {"first_name": "Newly", "last_name": "Joined", "role": "Analyst", "languages": ["ar", "en"], **values}


def test_it_is_for_members(who_gets):
    assert who_gets("profile") == {"focal point", "staff", "other focal point", "member of nothing"}


def test_a_member_says_who_they_are(client, people):
    expertise, country = Expertise.objects.first(), Country.objects.get(key="irq")
    client.force_login(people["staff"])

    answer = client.post(URL, said(expertise=[expertise.pk], countries=[country.pk], is_listed="on"))

    member = type(people["staff"]).objects.get(pk=people["staff"].pk).member
    assert answer.status_code == 302
    assert (member.user.get_full_name(), member.role, member.languages) == ("Newly Joined", "Analyst", ["ar", "en"])
    assert (list(member.expertise.all()), list(member.countries.all())) == ([expertise], [country])
    assert list(listed_members()) == [member]


def test_consent_is_taken_back_by_the_same_form(client, people):
    people["staff"].member.is_listed = True
    people["staff"].member.save()
    client.force_login(people["staff"])

    client.post(URL, said())

    assert list(listed_members()) == []


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, people):
    client.force_login(people["staff"])

    answer = client.post(URL, said(last_name="", role="Keeps the figures"))

    assert answer.status_code == 400
    assert "Keeps the figures" in answer.text
    people["staff"].refresh_from_db()
    assert people["staff"].first_name == ""


def test_nobody_who_is_no_member_keeps_a_profile(people):
    with pytest.raises(PermissionDenied):
        keep_profile(user=people["editor"], first_name="A", last_name="B", expertise=[], countries=[])


def test_the_account_keeps_its_rights(client, people):
    client.force_login(people["staff"])

    client.post(URL, said(is_active="", is_focal_point="on", email="other@example.org", is_superuser="on"))

    people["staff"].refresh_from_db()
    assert not people["staff"].is_superuser
    assert people["staff"].email != "other@example.org"
    assert people["staff"].member.is_active
