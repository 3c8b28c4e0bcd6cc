"""What who speaks for an owner reads: the version of which it was told, as everyone would see it, while that waits."""

import pytest
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.access.models import OwnerNotice
from portal.access.services import answer_owner, restrict_access
from portal.desk.owners.links import token_for
from portal.records import submissions
from tests.factories.owners import sent
from tests.factories.people import editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(author, owner, focal):
    return sent(author, owner, title="Depots of the north")


@pytest.fixture
def read(client, page, focal):
    """The answer to its speaker now."""

    def ask():
        client.force_login(focal)
        return client.get(reverse("owners:text", args=[page.identity.code]))

    return ask


def changed(page, title, author, **more):
    draft = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.title = title
    submissions.save_draft(page=draft, by=author, **more)
    return draft


def test_a_returned_version_and_later_drafts_are_absent(page, author, read):
    assert "Depots of the north" in read().text

    submissions.return_with_message(page=page, by=editor(), message="Leave the depots out.")
    assert read().status_code == 404
    draft = changed(page, "Written afterwards", author)
    assert read().status_code == 404

    submissions.submit_for_review(page=draft, by=author)
    assert "Written afterwards" in read().text


def test_a_no_opens_no_later_version(page, author, focal, read):
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="not_beyond")
    assert "Depots of the north" in read().text
    submissions.return_with_message(page=page, by=editor(), message="Its owner says no.")

    submissions.submit_for_review(page=changed(page, "Written afterwards", author), by=author)

    assert read().status_code == 404


def test_what_is_not_to_be_shown_to_everyone_any_more_is_absent(page, focal, read):
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="not_beyond")
    restrict_access(identity=page.identity, by=editor())

    assert read().status_code == 404


def test_not_like_this_ends_it(page, focal, read):
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="not_so", message="Leave the depots out.")

    assert read().status_code == 404


def test_what_is_published_is_read_where_it_stands(page, focal, read):
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="go_ahead")
    submissions.approve(page=page, by=editor())

    assert read().status_code == 404


def test_the_link_of_the_mail_leads_there_only_while_it_waits(page, focal, client):
    link = reverse("owners:answer", args=[token_for(OwnerNotice.objects.get(), focal)])
    address = reverse("owners:text", args=[page.identity.code])
    assert address in client.get(link).text

    submissions.return_with_message(page=page, by=editor(), message="Say more.")

    assert address not in client.get(link).text
