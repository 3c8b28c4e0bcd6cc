"""Webhooks that are added, and messages that are sent, several times at the same moment."""

import pytest

from portal.webhooks.enums import OF_RECORDS
from portal.webhooks.hooks import add_webhook
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.sending import send_due
from portal.webhooks.telling import settle
from tests.at_once import TIMES, at_once, sent_at_once
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record
from tests.webhooks.receiver import receiving

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def receiver(settings):
    settings.OUTSIDE_ALLOW_PRIVATE = True
    with receiving() as running:
        yield running


def test_a_webhook_is_added_once(receiver, client):
    user = member_of(OrganisationFactory())
    client.force_login(user)
    key = client.get("/my/webhooks/").context["form"]["key"].value()
    types = [what.value for what in OF_RECORDS]
    answers = sent_at_once("/my/webhooks/", {"url": receiver.address, "types": types, "key": key}, user)

    assert [each.status_code for each in answers] == [302] * TIMES
    assert {each.url for each in answers} == {f"/my/webhooks/{Webhook.objects.get().key}/"}


def test_each_message_is_sent_once_however_many_workers_there_are(receiver):
    user = member_of(OrganisationFactory())
    hook = add_webhook(by=user, key=Webhook._meta.pk.default(), url=receiver.address, types=list(OF_RECORDS))
    Webhook.objects.update(paused_at=hook.created_at, pause_cause="by_hand")
    codes = [make_record().identity.code for _number in range(6)]
    Webhook.objects.update(paused_at=None, pause_cause="")
    sent = at_once(send_due)

    assert sum(sent) == 6
    assert sorted(each["data"]["code"] for each in receiver.heard) == sorted(codes)


def test_the_same_change_is_told_once(receiver):
    user = member_of(OrganisationFactory())
    hook = add_webhook(by=user, key=Webhook._meta.pk.default(), url=receiver.address, types=list(OF_RECORDS))
    Webhook.objects.update(paused_at=hook.created_at, pause_cause="by_hand")
    page = make_record()
    at_once(lambda: settle({page.key}))

    assert [each.what for each in Delivery.objects.all()] == ["record.published"]
