"""An answer to one's own question is no news that one follows: it comes at once, and once."""

import pytest

from portal.access.enums import Level
from portal.community.discussing import answer, ask
from portal.community.following import follow
from portal.notifications.enums import Digest, Mails
from portal.notifications.sending import send_due
from portal.notifications.wanted import choose_mails
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("mails", "digest"), [(Mails.MUST, Digest.WEEKLY), (Mails.ALL, Digest.WEEKLY), (Mails.ALL, Digest.OFF)]
)
def test_an_answer_comes_at_once_and_once_however_one_wants_news(mailoutbox, mails, digest):
    page = make_record(title="Sharing minefields")
    decide(page, listed_to=Level.MEMBERS, owner=OrganisationFactory())
    asker, other = member_of(OrganisationFactory()), member_of(OrganisationFactory())
    choose_mails(user=asker, mails=mails, digest=digest)
    follow(user=asker, identity=page.identity)
    question = ask(user=asker, identity=page.identity, text="Which year?")
    send_due()
    mailoutbox.clear()

    answer(user=other, question=question, text="2019")
    send_due()

    subjects = [mail.subject for mail in mailoutbox if mail.to == [asker.email]]
    assert subjects == [f"An answer to your question about {page.identity.code}"]
