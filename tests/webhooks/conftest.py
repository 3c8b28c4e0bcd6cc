import pytest

from portal.webhooks.enums import OF_RECORDS
from portal.webhooks.hooks import add_webhook
from portal.webhooks.learning import learn
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.sending import send_due
from tests.factories.people import OrganisationFactory, member_of
from tests.webhooks.receiver import receiving


@pytest.fixture(autouse=True)
def private(settings):
    """Receivers on this machine may be called."""
    settings.OUTSIDE_ALLOW_PRIVATE = True


@pytest.fixture
def receiver():
    with receiving() as running:
        yield running


@pytest.fixture
def user(db):
    return member_of(OrganisationFactory())


@pytest.fixture
def add(user, receiver):
    """Makes a webhook of that receiver."""

    def make(by=user, url=None, types=OF_RECORDS, kinds=(), key=None):
        key = key or Webhook._meta.pk.default()
        hook = add_webhook(by=by, key=key, url=url or receiver.address, types=list(types), kinds=kinds)
        learn.call()
        return hook

    return make


def at_once():
    """Everything that waits is due, whatever pauses and rests there are; sends it and returns how many arrived."""
    Webhook.objects.update(rests_until=None)
    Delivery.objects.filter(state="due").update(next_try_at="2020-01-01T00:00Z")
    return send_due()
