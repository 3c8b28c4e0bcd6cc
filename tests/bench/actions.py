"""List and board with 5,000 follow-up actions, beside the home page of a stock Wagtail project, in turns."""

import random
from datetime import timedelta
from uuid import uuid4

from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from events.actions.enums import Act, State
from events.actions.kind import ACTION
from events.actions.models import ActionUpdate, FollowUpAction
from portal.access.models import RecordIdentity
from portal.core import kept_parts, kept_reads
from portal.core.codes import CROCKFORD
from portal.directory.models import Organisation
from portal.search.projection import rebuild
from tests.bench.seeding import Words
from tests.bench.stock import Stock
from tests.bench.timing import middle, milliseconds

ACTIONS, AT_ONCE, MOST_QUERIES = 5_000, 1_000, 15


def rows(people):
    """Lines of the table: page and its queries, ours and the stock page in ms. Every fourth action is public.

    Judged is what is given to who asks after somebody else did: whole pages to visitors, to members what was read and
    rendered since something was last written. What the first of them gets is shown without a target, as in `pages`.
    """
    if FollowUpAction.objects.count() < ACTIONS:
        seed()
        rebuild()
    stock = Stock()
    for who in ("visitor", "member"):
        for name, address in (
            ("list", "/actions/"),
            ("board", "/actions/board/"),
            ("blocked", "/actions/?state=blocked"),
        ):
            yield _row(f"actions, {name}, {who}", address, people[who], stock, lambda: None, "3×, 15 queries")
            yield _row(f"actions, {name}, {who}, first", address, people[who], stock, nothing_kept, "")
    stock.close()


def _row(name, address, user, stock, before, target):
    client, theirs = Client(), []
    if user:
        client.force_login(user)
    client.get(address)
    nothing_kept()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    queries = len(captured)
    _, ours, _ = milliseconds(before, lambda: client.get(address), lambda: theirs.append(stock.get()), rounds=15)
    is_met = middle(ours) <= 3 * middle(theirs) and queries <= MOST_QUERIES
    return f"{name} ({queries} queries)", middle(ours), middle(theirs), target and is_met, target


def nothing_kept():
    """Forgets pages, readings and parts, as a process that begins and as if something was just written."""
    caches["pages"].clear()
    kept_reads.forget()
    kept_parts.forget()


@transaction.atomic
def seed():
    """The actions, with an update each; nothing is projected."""
    chance, today = random.Random(12), timezone.localdate()
    words, locale = Words(chance), Locale.objects.get(language_code="en")
    organisations, states = list(Organisation.objects.all()[:200]), list(State)
    actions = []
    for number in range(ACTIONS):
        code = f"FA-{''.join(CROCKFORD[number // 32**place % 32] for place in range(4))}"
        actions.append(FollowUpAction(
            key=uuid4(), code=code, slug=f"bench-{code.lower()}", locale=locale, title=words.text(7).capitalize(),
            organisation=chance.choice(organisations), due_on=today + timedelta(days=chance.randint(-200, 200)),
            state=chance.choice(states), carried_over=chance.choice((0, 0, 0, 1, 2)),
        ))  # fmt: skip
    FollowUpAction.objects.bulk_create(actions, batch_size=AT_ONCE)
    updates = [ActionUpdate(action=each, act=Act.OPEN, state=each.state) for each in actions]
    ActionUpdate.objects.bulk_create(updates, batch_size=AT_ONCE)
    identities = [
        RecordIdentity(
            key=each.key, kind=ACTION.key, code=each.code, text_sensitivity="low", owner=each.organisation,
            **dict.fromkeys(("listed_to", "details_to"), "members" if number % 4 else "public"),
        )
        for number, each in enumerate(actions)
    ]  # fmt: skip
    RecordIdentity.objects.bulk_create(identities, batch_size=AT_ONCE)
