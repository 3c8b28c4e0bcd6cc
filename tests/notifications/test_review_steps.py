"""Who wrote a record hears of each step of its review, once, and nothing that is not for mails."""

import re

import pytest
from django.conf import settings

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from portal.home.models import StandardPage
from portal.notifications.models import Notice
from portal.notifications.sending import send_due
from portal.records import submissions
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
SECRET = "Zimbelkraut"


@pytest.fixture
def author():
    return member_of()


@pytest.fixture
def page(author):
    """A record of one author, open to members, whose title is a secret until it is published."""
    page = make_record(title="An open title", listed_to=Level.MEMBERS, publish=False)
    RecordIdentity.objects.get(pk=page.key).contributors.add(author)
    page.title = f"{SECRET} title"
    submissions.save_draft(page=page, by=author)
    return page


@pytest.fixture
def mails(mailoutbox, django_capture_on_commit_callbacks):
    """A function that takes a step, and returns the mails that it sent as pairs of kind and recipient."""

    def take(step, **arguments):
        send_due()
        mailoutbox.clear()
        before = set(Notice.objects.values_list("pk", flat=True))
        with django_capture_on_commit_callbacks(execute=True):
            step(**arguments)
        new = Notice.objects.exclude(pk__in=before).select_related("user")
        assert {notice.message_id for notice in new} == {mail.extra_headers["Message-ID"] for mail in mailoutbox}
        return sorted((notice.kind, notice.user.email) for notice in new)

    return take


def test_who_was_put_out_of_the_community_hears_no_more(page, author, mailoutbox, django_capture_on_commit_callbacks):
    submissions.submit_for_review(page=page, by=author)
    author.member.is_active = False
    author.member.save()

    with django_capture_on_commit_callbacks(execute=True):
        submissions.return_with_message(page=page, by=editor(), message="Which year?")
    send_due()

    assert not mailoutbox


def test_the_author_hears_of_each_step(page, author, mails, mailoutbox):
    second, me = editor(), author.email

    assert mails(submissions.submit_for_review, page=page, by=author) == [("review_sent", me)]
    message = {"message": f"{SECRET}: which year?"}
    assert mails(submissions.return_with_message, page=page, by=second, **message) == [("review_returned", me)]
    assert SECRET not in mailoutbox[0].message().as_string()
    assert mails(submissions.submit_for_review, page=page, by=author) == [("review_sent", me)]
    assert SECRET not in mailoutbox[0].message().as_string()


def test_published_to_members_it_is_named(author, mails, mailoutbox):
    page = make_record(title="An open title", listed_to=Level.MEMBERS)
    RecordIdentity.objects.get(pk=page.key).contributors.add(author)
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    assert mails(submissions.approve, page=page, by=editor()) == [("review_approved", author.email)]
    assert mailoutbox[0].subject == f"Published: {page.identity.code}"
    assert f"An open title ({page.identity.code})" in mailoutbox[0].body
    assert f"/r/{page.identity.code}" in mailoutbox[0].body


@pytest.mark.parametrize("level", [Level.NAMED, Level.OWNER])
def test_published_to_fewer_it_is_not_named(author, mails, mailoutbox, level):
    page = make_record(title=f"{SECRET} title", listed_to=level)
    RecordIdentity.objects.get(pk=page.key).contributors.add(author)
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    assert mails(submissions.approve, page=page, by=editor()) == [("review_approved", author.email)]
    assert SECRET not in mailoutbox[0].message().as_string()
    assert f"Case study {page.identity.code}" in mailoutbox[0].body


def ways(mailoutbox):
    """The paths of the portal that the mails lead to, by recipient."""
    found = {}
    for mail in mailoutbox:
        addresses = re.findall(rf"{re.escape(settings.SITE_URL)}(/(?:contribute|r)/\S*)", mail.body)
        found.setdefault(mail.to[0], set()).update(addresses)
    return found


def test_mails_lead_to_the_entry_and_who_may_not_open_it_to_the_list(client, mails, mailoutbox):
    """A focal point goes on with what is published for focal points; who wrote it with them finds it in the list."""
    organisation = OrganisationFactory()
    author, focal_point = member_of(organisation), member_of(organisation, focal_point=True)
    page = make_record(publish=False)
    decide(page, listed_to=Level.OWNER, custodian=organisation)
    page.identity.contributors.add(author, focal_point)
    submissions.save_draft(page=page, by=author)
    entry, at_list = f"/contribute/case-studies/{page.identity.code}/", "/contribute/"

    mails(submissions.submit_for_review, page=page, by=author)
    assert ways(mailoutbox) == {author.email: {entry}, focal_point.email: {entry}}
    client.force_login(author)
    assert client.get(entry).status_code == 200

    mails(submissions.approve, page=page, by=editor())
    assert ways(mailoutbox) == {author.email: {at_list}, focal_point.email: {f"/r/{page.identity.code}"}}
    assert page.identity.code in client.get(at_list).text


def test_nobody_is_told_what_they_took_back_themselves(page, author, mails):
    writer = member_of()
    RecordIdentity.objects.get(pk=page.key).contributors.add(writer)
    submissions.submit_for_review(page=page, by=author)

    assert mails(submissions.take_back, page=page, by=author) == [("review_taken_back", writer.email)]


def test_withdrawn_is_told_once_and_names_nothing(author, mails, mailoutbox):
    page = make_record(title=f"{SECRET} title", listed_to=Level.PUBLIC)
    RecordIdentity.objects.get(pk=page.key).contributors.add(author)

    told = mails(withdraw_record, identity=page.identity, by=editor(), reason=SECRET)
    assert told == [("record_withdrawn", author.email)]
    assert SECRET not in mailoutbox[0].message().as_string()
    assert mails(page.save) == []


def test_somebody_else_hears_nothing(page, author, mails):
    stranger = member_of()

    submissions.submit_for_review(page=page, by=author)

    assert not Notice.objects.filter(user=stranger).exists()


def test_a_page_that_is_no_record_tells_nobody(author):
    page = StandardPage.objects.first()
    page.save_revision()
    page.get_workflow().start(page, editor())

    assert not Notice.objects.exists()
