"""What lists waiting drafts asks the database equally often for one as for twenty, and shows each to who may decide."""

import pytest
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.records import submissions
from practices.models import PracticePage
from tests.factories.people import UserFactory, editor
from tests.factories.records import make_record
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db
MOST = {"review_queue:index": 22, "review_queue:index_results": 15, "my_submissions:index": 15, "wagtailadmin_home": 32}
"""One of them asks whether the editor has a second factor (portal.access.second_factor)."""


def send(by, number):
    for each in range(number):
        page = make_record((CaseStudyPage, PracticePage)[each % 2], title=f"Draft {each}")
        submissions.save_draft(page=page, by=by)
        submissions.submit_for_review(page=page, by=by)


@pytest.mark.parametrize("name", MOST)
def test_one_waiting_draft_or_twenty_take_the_same_queries(client, name):
    author, reviewer, counted = editor(), editor(), []
    client.force_login(author if name.startswith("my") else reviewer)
    for number in (2, 18):
        send(author, number)
        counted.append(queries_of(client, reverse(name)))

    assert counted[0] == counted[1]
    assert counted[0] <= MOST[name]


def test_the_first_page_names_the_five_that_wait_longest_and_how_many_there_are(client):
    send(editor(), 7)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    text = client.get(reverse("wagtailadmin_home")).text

    assert [f">Draft {each}<" in text for each in range(7)] == [True] * 5 + [False] * 2
    assert "Waiting for review (7)" in text


def test_the_queue_tells_each_row_who_decides(client):
    author = editor()
    send(author, 1)
    send(editor(), 1)
    client.force_login(author)

    text = client.get(reverse("review_queue:index_results")).text

    assert (text.count("Someone else: it is yours"), text.count("You, or another editor")) == (1, 1)
