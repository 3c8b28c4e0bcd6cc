"""`/my/`: each person finds what waits for them, and nothing else."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level
from portal.access.services import add_contributor
from portal.directory.waiting import Line, Place, add_lines, lines_for
from portal.records.submissions import return_with_message, submit_for_review
from tests.factories.access import *  # noqa: F403
from tests.factories.joining import asked
from tests.factories.needs import make_holding, make_need
from tests.factories.people import OrganisationFactory, clerk, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def page_of(client, user, name="my:home", *args, **query):
    client.logout()
    if user:
        client.force_login(user)
    return client.get(reverse(name, args=args), query)


def test_visitors_sign_in_first(client):
    answer = page_of(client, None)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_smoke(client):
    org = OrganisationFactory()
    focal = member_of(org, focal_point=True)
    page = make_holding()
    decide(page, listed_to=Level.MEMBERS, owner=org)
    for user in (focal, editor(), member_of(org), member_of()):
        for name, args in (("my:home", ()), ("my:our-data", ()), ("my:profile", ()), ("my:entry", [page.identity.code]),("my:restrict", [page.identity.code]),("my:withdraw", [page.identity.code]), ("my:editing", ["unlinked"]), ("my:reads", ()), ("my:hand-over", ())):
            print(user, name, page_of(client, user, name, *args).status_code)
    client.force_login(focal)
    print(client.post(reverse("my:confirm", args=[page.identity.code])).status_code)
    page.refresh_from_db(); print(page.reviewed_on)
    from django.test.utils import CaptureQueriesContext
    from django.db import connection
    for u in (focal, editor()):
        client.force_login(u)
        for url in ("/my/", "/my/our-data/?as=member&organisation="+org.code):
            with CaptureQueriesContext(connection, ) as q:
                client.get(url)
            print(url, len(q))
    assert 0
