"""Before a mail goes out it is asked again who may have it and who wants it."""

import pytest
from django.utils import timezone

from portal.access.enums import Level
from portal.access.services import restrict_access
from portal.notifications.enums import Digest, Mails, State
from portal.notifications.models import Notice
from portal.notifications.posting import tell, write_to
from portal.notifications.sending import send_due
from portal.notifications.wanted import choose_mails, stop_mails
from tests.factories.people import UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
OFF = {"mails": Mails.ALL, "digest": Digest.OFF}


def told(kind, user, **more):
    """The state that a notice of that kind to this person is in when what is due has been sent."""
    tell(kind=kind, event=f"{kind}:1", people=[user], **more)
    send_due()
    return Notice.objects.get(event=f"{kind}:1", user=user).state


def test_access_is_asked_again(mailoutbox):
    page = make_record(title="A title", listed_to=Level.MEMBERS)
    tell(kind="try_record", event="e", people=[member_of()], record=page.key)
    restrict_access(identity=page.identity, by=editor(), listed_to=Level.OWNER)

    assert send_due() == 0
    assert (Notice.objects.get().state, mailoutbox) == (State.WITHDRAWN, [])


def test_who_may_know_of_it_gets_it(mailoutbox):
    page = make_record(title="A title", listed_to=Level.MEMBERS)

    assert told("try_record", member_of(), record=page.key) == State.SENT
    assert told("try_record", UserFactory(), record=page.key) == State.WITHDRAWN
    assert f"Case study: A title ({page.identity.code})" in mailoutbox[0].body
    assert len(mailoutbox) == 1


def test_a_restricted_record_is_named_by_its_code_even_to_who_may_read_it(mailoutbox):
    page = make_record(title="A title")
    decide(page, listed_to=Level.NAMED)

    assert told("try_record", editor(), record=page.key) == State.SENT
    assert "A title" not in mailoutbox[0].message().as_string()
    assert f"Case study {page.identity.code}" in mailoutbox[0].body


def test_of_a_draft_nobody_hears_but_editors(mailoutbox):
    """Before anything is published its levels are only what they will be."""
    page = make_record(title="A title", listed_to=Level.PUBLIC, publish=False)

    assert told("try_record", member_of(), record=page.key) == State.WITHDRAWN
    assert told("try_record", editor(), record=page.key) == State.SENT
    assert "A title" not in mailoutbox[0].message().as_string()


def test_a_record_that_is_gone_or_an_account_that_ended_gets_nothing(mailoutbox):
    assert told("try_record", editor(), record="00000000-0000-4000-8000-000000000000") == State.WITHDRAWN
    assert told("try_always", UserFactory(is_active=False)) == State.WITHDRAWN
    assert mailoutbox == []


@pytest.mark.parametrize(
    ("mails", "digest", "expected"),
    [
        (Mails.ALL, Digest.OFF, [State.SENT, State.SENT, State.SENT]),
        (Mails.ALL, Digest.DAILY, [State.SENT, State.SENT, State.HELD]),
        (Mails.ALL, Digest.WEEKLY, [State.SENT, State.SENT, State.HELD]),
        (Mails.MUST, Digest.OFF, [State.SENT, State.SENT, State.STOPPED]),
        (Mails.MUST, Digest.DAILY, [State.SENT, State.SENT, State.STOPPED]),
        (Mails.NONE, Digest.OFF, [State.SENT, State.STOPPED, State.STOPPED]),
    ],
)
def test_what_somebody_wants(mails, digest, expected):
    user = UserFactory()
    choose_mails(user=user, mails=mails, digest=digest)

    assert [told(kind, user) for kind in ("try_always", "try_must", "try_news")] == expected


def test_without_a_choice_news_wait_for_the_weekly_digest():
    user = UserFactory()

    assert [told(kind, user) for kind in ("try_always", "try_must", "try_news")] == [State.SENT, State.SENT, State.HELD]


def test_an_address_that_stopped_gets_only_what_always_goes_out(mailoutbox):
    write_to(kind="try_must", event="e:1", address="guest@example.org", language="en")
    stop_mails(notice=Notice.objects.get())
    write_to(kind="try_always", event="e:2", address="Guest@Example.org", language="en")

    send_due()

    assert dict(Notice.objects.values_list("event", "state")) == {"e:1": State.STOPPED, "e:2": State.SENT}
    assert len(mailoutbox) == 1


def test_facts_go_when_the_mail_has_gone():
    tell(kind="try_must", event="e", people=[UserFactory()], facts={"what": "words"})
    send_due()

    assert Notice.objects.get().facts == {}


def test_one_mail_that_cannot_be_written_keeps_back_no_other(mailoutbox, caplog):
    tell(kind="try_must", event="e:1", people=[UserFactory()])
    Notice.objects.update(kind="no_such_kind")
    tell(kind="try_must", event="e:2", people=[UserFactory()])

    assert send_due() == 1
    broken = Notice.objects.get(kind="no_such_kind")
    assert (broken.state, broken.attempts, broken.answer) == (State.DUE, 1, "KeyError")
    assert broken.next_try_at > timezone.now()
    assert "a mail was not sent" in caplog.text
