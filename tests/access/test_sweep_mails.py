"""The canary sweep of mails: nobody is told of a record by mail more than they may see, at once or in a digest."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from portal.notifications.enums import Digest, Mails
from portal.notifications.gathering import gather_digests
from portal.notifications.posting import tell
from portal.notifications.sending import send_due
from portal.notifications.wanted import choose_mails
from portal.users.models import User
from tests.access.asking import Answer
from tests.access.sweep import Allowed
from tests.notifications.conftest import tried_kinds  # noqa: F401  a kind that names records

WHO = ("stranger", "staff", "named", "grantee", "former grantee", "focal point", "editor")
NAMED = ("public", "members")
"""Levels of records that mails may name."""


@pytest.fixture
def mails(sweep, mailoutbox):
    """By person, what all mails about all records together say, told at once, in a digest and of a review."""
    people = {who: sweep.world.people[who] for who in WHO} | {"author": User.objects.get(pk=author_of(sweep.world))}
    for user in people.values():
        choose_mails(user=user, mails=Mails.ALL, digest=Digest.DAILY)
    for record in sweep.world.records.values():
        for kind in ("try_followed", "review_approved"):
            tell(kind=kind, event=f"{kind}:{record.name}", people=people.values(), record=record.identity.key)
    send_due()
    gather_digests(timezone.now() + timedelta(days=1))
    send_due()
    return {who: said_to(user.email) for who, user in people.items()}


def author_of(world):
    """Whoever wrote the pages of the world."""
    return next(record for record in world.records.values() if record.is_page).made.owner_id


def said_to(address):
    said = [each for each in mail.outbox if each.to == [address]]
    assert said, address
    texts = [part for each in said for part in (each.subject, each.body, each.alternatives[0].content)]
    return Answer(200, (), "\n".join(texts).encode(), ())


def test_no_mail_tells_more_than_its_reader_may_see(sweep, mails):
    drafts = {each.identity.code[-4:] for each in sweep.world.records.values() if each.name.endswith("draft")}
    for who in WHO:
        allowed = sweep.allowed[who]
        assert {sweep.world.tokens[each] for each in mails[who].tokens - allowed.tokens} == set(), who
        assert mails[who].codes & allowed.hidden_codes - (drafts if who == "editor" else set()) == set(), who
    # Who wrote a record hears of its review by kind and code alone.
    author = User.objects.get(pk=author_of(sweep.world))
    own_name = {each for each, token in sweep.world.tokens.items() if token.record == "author"}
    assert mails["author"].tokens - Allowed(sweep.world, author).tokens - own_name == set()
    pages = {record.identity.code[-4:] for record in sweep.world.records.values() if record.is_page}
    assert pages <= mails["author"].codes
    # What is named at all are the titles of what is open, and most of them.
    named = set().union(*(mails[who].tokens for who in WHO))
    records = {sweep.world.tokens[each].record for each in named}
    assert {sweep.world.records[each].identity.listed_to for each in records} == set(NAMED)
    assert len(records) > sum(each.identity.listed_to in NAMED for each in sweep.world.records.values()) / 2
