"""Each kind of mail about requests, in each language."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.notifications.models import Notice
from practices.requests.day import do_the_day
from practices.requests.mails import KINDS
from tests.access.clock import standing
from tests.requests.test_keeping import HoldingScene, handed, last_mail, link_in, wish

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "fr", "ar")


@pytest.fixture
def readers(client):
    """By kind of mail, who got one in the life of a request."""
    scene = HoldingScene()
    assert scene.owners_point
    wish(scene, handed(scene))
    client.post(link_in(last_mail(scene.owners_point, "request_longer")), {"act": "lengthen"})
    with standing(timezone.now() + timedelta(days=15)):
        do_the_day()
    return {notice.kind: notice.user for notice in Notice.objects.filter(kind__startswith="request_")}


def read_in(language, user, kind):
    user.member.languages = [language]
    user.member.save()
    return last_mail(user, kind)


def test_every_kind_is_sent_in_the_life_of_a_request(readers):
    assert set(readers) == {each.key for each in KINDS}
    assert len(KINDS) == 5


@pytest.mark.parametrize("kind", [each.key for each in KINDS])
def test_a_kind_of_mail_is_written_in_each_language(readers, kind):
    mails = [read_in(language, readers[kind], kind) for language in LANGUAGES]

    assert len({mail.subject for mail in mails}) == len({mail.body for mail in mails}) == len(LANGUAGES)
    found = [[language for language in LANGUAGES if f"/{language}/" in mail.body] for mail in mails]
    assert found == [[], ["fr"], ["ar"]]
