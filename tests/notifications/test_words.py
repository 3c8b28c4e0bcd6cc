"""Each registered kind has its words, in each language, and a mail of it can be written and read."""

import pytest
from django.utils import translation

from portal.core.languages import LANGUAGES
from portal.notifications import kinds
from portal.notifications.enums import Digest, Mails
from portal.notifications.models import Notice, StoppedAddress
from portal.notifications.naming import named_record
from portal.notifications.rendering import mail_of
from portal.notifications.wanted import choose_mails, digest_of
from tests.factories.people import UserFactory
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
OURS = ("digest", "review_sent", "review_returned", "review_approved", "review_taken_back", "record_withdrawn")


def test_ours_are_registered():
    assert set(OURS) <= {kind.key for kind in kinds.kinds()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", OURS)
def test_words_of_each_kind(key, language):
    user = UserFactory(first_name="Amal")
    choose_mails(user=user, mails=Mails.ALL, digest=Digest.OFF, language=language)
    record = make_record(title="A title").key
    notice = Notice(kind=key, event="e", user=user, record=record, facts={"path": "/my/"})
    if key == "digest":
        notice.save()
        Notice.objects.create(kind="try_followed", event="n", user=user, record=record, digest=notice)

    mail = mail_of(notice)

    assert mail.subject
    assert "\n" not in mail.subject
    assert ("http" in mail.body.partition("--")[0]) == (key != "record_withdrawn")
    assert "{" not in mail.body + mail.alternatives[0].content
    assert translation.get_language() == "en"


def test_a_second_kind_of_the_same_name_is_refused():
    kind = kinds.kind("digest")

    assert kinds.register(kind) == kind
    with pytest.raises(ValueError, match="two kinds"):
        kinds.register(kinds.MessageKind("digest", kind.urgency))


def test_rows_say_what_they_are():
    user = UserFactory()
    choose_mails(user=user, mails=Mails.MUST, digest=Digest.DAILY)
    stopped = StoppedAddress(digest=digest_of("guest@example.org"))

    assert str(Notice(kind="digest", event="digest:2026-11-23", user=user)) == "digest digest:2026-11-23"
    assert str(user.mail_preference) == "must, daily"
    assert digest_of("guest@example.org").startswith(str(stopped))


def test_a_record_that_is_gone_has_no_name():
    assert named_record("00000000-0000-4000-8000-000000000000", None) is None


def test_answers_go_where_the_writer_says():
    notice = Notice(kind="try_must", event="e", user=UserFactory(), facts={"reply_to": "who@example.org"})

    assert mail_of(notice).extra_headers["Reply-To"] == "who@example.org"
