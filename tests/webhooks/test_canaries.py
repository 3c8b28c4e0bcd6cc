"""Of a whole world of records with canaries, all that a receiver is ever sent is codes, kinds and addresses of what is
public; of what is not any more, code and kind."""

import json
from itertools import batched

import pytest

from portal.access.changes import announce, announced_together
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.webhooks.enums import OF_RECORDS, What
from portal.webhooks.hooks import add_webhook
from portal.webhooks.models import Delivery, PublicState, Webhook
from portal.webhooks.sending import send_due
from tests.access.asking import Answer
from tests.access.conftest import sweep  # noqa: F401  the world of the canaries
from tests.access.sweep import Allowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(sweep):  # noqa: F811
    return sweep.world


def test_nothing_narrower_is_ever_sent(world, receiver, settings):
    settings.OUTSIDE_ALLOW_PRIVATE = True
    add_webhook(by=world.people["editor"], key=Webhook._meta.pk.default(), url=receiver.address, types=list(OF_RECORDS))
    keys = [record.identity.key for record in world.records.values()]
    public = {each.code: each for each in RecordIdentity.objects.visible_to(None)}
    # As if nothing had ever been told of anything, and then everything changed.
    PublicState.objects.all().delete()
    announce(*keys)
    send_due(seconds=600)
    PublicState.objects.update(mark="another")
    announce(*keys)
    send_due(seconds=600)

    said = {(each["type"], each["data"]["code"]) for each in receiver.taken}
    assert {what for what, _code in said} == {What.PUBLISHED, What.CHANGED}
    assert {code for _what, code in said} <= set(public)
    drafts = {each.identity.code for each in world.records.values() if each.name.endswith("draft")}
    told = {record.identity.code for record in world.records.values()} & set(public) - drafts
    assert {code for what, code in said if what == What.PUBLISHED} == told
    for message in receiver.taken:
        assert set(message["data"]) == {"code", "kind", "url"}
        assert message["data"]["kind"] == public[message["data"]["code"]].kind
        assert message["data"]["url"] == f"{settings.SITE_URL}/r/{message['data']['code']}"
    nothing = Allowed(world, None)
    everything = Answer(200, (), b"\n".join(each["body"] for each in receiver.heard), ())
    assert everything.tokens == set()
    assert everything.codes & nothing.hidden_codes == set()

    receiver.taken.clear()
    with announced_together():
        RecordIdentity.objects.update(listed_to=Level.MEMBERS, details_to=Level.OWNER)
        announce(*keys)
    send_due(seconds=600)
    assert {each["data"]["code"] for each in receiver.taken} == told
    assert {each["type"] for each in receiver.taken} == {What.WITHDRAWN}
    assert {tuple(sorted(each["data"])) for each in receiver.taken} == {("code", "kind")}
    assert json.dumps([each["data"] for each in receiver.taken]).count("zq") == 0
    assert not Delivery.objects.filter(ended_at=None).exists()


def test_a_log_names_what_its_reader_may_know_of_now(sweep):  # noqa: F811
    user, allowed = sweep.world.people["stranger"], sweep.allowed["stranger"]
    hook = Webhook.objects.create(user=user, url="https://example.org/in", types=list(OF_RECORDS))
    identities = [record.identity for record in sweep.world.records.values()]
    ended = {"state": "sent", "next_try_at": None, "ended_at": hook.created_at, "what": What.WITHDRAWN}
    codes = set()
    for some in batched(identities, 50, strict=False):
        Delivery.objects.all().delete()
        for each in some:
            Delivery.objects.create(hook=hook, record=each.key, code=each.code, kind=each.kind, **ended)
        answer = sweep.askers["stranger"].ask(f"/my/webhooks/{hook.key}/")
        assert answer.tokens - allowed.tokens == set()
        codes |= answer.codes

    assert codes & allowed.hidden_codes == set()
    assert codes
