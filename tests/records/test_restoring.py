"""A withdrawn record is given back by two editors, in the admin."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.access.models import AuditEntry, RestoreWish
from portal.access.services import withdraw_record
from tests.factories.people import editor
from tests.factories.records import make_record
from tests.records.admin_form import edit_url, send, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = make_record(listed_to=Level.PUBLIC)
    withdraw_record(identity=page.identity, by=editor())
    return page


def asking(page):
    return reverse("records_admin:restore", args=[page.pk])


def approving(page):
    return reverse("records_admin:approve_restore", args=[page.pk])


def as_editor(client):
    user = editor()
    client.force_login(user)
    return user


def test_one_asks_and_another_approves(page, client):
    first = as_editor(client)
    assert asking(page) in client.get(edit_url(page)).text
    send(client, asking(page), reason="The owner agreed.")
    send(client, approving(page))
    assert page.identity.withdrawn_at is not None

    second = as_editor(client)
    text = client.get(edit_url(page)).text
    assert "The owner agreed." in text
    assert approving(page) in text
    send(client, approving(page))

    assert page.identity.withdrawn_at is None
    assert not RestoreWish.objects.exists()
    entry = AuditEntry.objects.filter(identity=page.identity, action="restored").get()
    assert (entry.by, entry.detail["second"], entry.detail["reason"]) == (first, second.pk, "The owner agreed.")
    client.logout()
    assert client.get(page.get_url()).status_code == 200


def test_what_was_asked_anew_is_not_approved_unseen(page, client):
    as_editor(client)
    send(client, asking(page), reason="First.")
    seen = shown(client.get(approving(page)))
    send(client, asking(page), reason="Second.")

    as_editor(client)

    assert "Somebody changed this meanwhile" in client.post(approving(page), seen).text
    assert page.identity.withdrawn_at is not None


def test_it_takes_a_reason_and_a_withdrawn_record(page, client):
    as_editor(client)
    send(client, asking(page), reason=" ")
    assert not RestoreWish.objects.exists()

    other = make_record()
    assert "It is not withdrawn." in send(client, asking(other), reason="Why not.").text
    assert asking(other) not in client.get(edit_url(other)).text


def test_nothing_that_waits_nothing_to_approve(page, client):
    as_editor(client)

    answer = client.post(approving(page), {"seen": "7"})

    assert "Somebody changed this meanwhile" in answer.text
    assert page.identity.withdrawn_at is not None
