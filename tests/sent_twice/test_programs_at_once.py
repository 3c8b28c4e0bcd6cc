"""What a program sends several times at the same moment with one key is one draft, and every sender hears of it."""

import json

import pytest
from django.test import Client

from practices.needs.models import DataNeedPage
from tests.api.asking import token_of
from tests.at_once import TIMES, at_once
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_new_draft_is_one():
    token = token_of(member_of(OrganisationFactory()))
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "one"}
    body = json.dumps({"answers": {"title": "Maps of wells"}})

    def send():
        sender = Client(raise_request_exception=False)
        return sender.post("/api/v1/needs/", body, content_type="application/json", headers=headers)

    answers = at_once(send)

    assert sorted(each.status_code for each in answers) == [200] * (TIMES - 1) + [201]
    assert {each.json()["code"] for each in answers} == {DataNeedPage.objects.get().identity.code}


def test_of_changes_to_one_version_one_is_kept():
    token = token_of(member_of(OrganisationFactory()))
    headers = {"Authorization": f"Bearer {token}"}
    options = {"content_type": "application/json", "headers": headers}
    made = Client().post("/api/v1/needs/", json.dumps({"answers": {"title": "Maps of wells"}}), **options)
    place = f"/api/v1/needs/{made.json()['code']}/draft/"
    headers["If-Match"] = made["ETag"]
    titles = iter("ABCD")

    def change():
        body = json.dumps({"answers": {"title": next(titles)}})
        return Client(raise_request_exception=False).patch(place, body, **options)

    answers = at_once(change)

    assert sorted(each.status_code for each in answers) == [200] + [412] * (TIMES - 1)
    (kept,) = (each.json() for each in answers if each.status_code == 200)
    assert Client().get(place, headers={"Authorization": headers["Authorization"]}).json() == kept
