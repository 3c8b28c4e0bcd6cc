"""An entry that names an owner of data waits for its word before everyone sees it, whichever way it would go out."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import OwnerNotice, RecordIdentity
from portal.access.services import answer_owner
from portal.records import submissions
from portal.records.models import NotAsSubmitted, Release, Trust
from portal.records.named_owners import to_be_told
from portal.records.review.forms import CHECKS
from practices.holdings.models import DataHoldingPage
from tests.factories.owners import EVERYONE, MEMBERS, naming, sent
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return OrganisationFactory(name_en="Owner of data")


@pytest.fixture
def focal(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def author():
    return member_of(OrganisationFactory())


def approved(page):
    """Why it was refused; "" when it went out."""
    try:
        submissions.approve(page=page, by=editor())
    except NotAsSubmitted as refused:
        return str(refused)
    return ""


def level_of(page):
    return RecordIdentity.objects.get(pk=page.key).listed_to


def long_ago():
    OwnerNotice.objects.update(told_at=timezone.now() - timedelta(days=14))


def test_it_waits_for_the_owner_and_goes_out_with_its_word(author, owner, focal):
    page = sent(author, owner)
    notice = OwnerNotice.objects.get()
    assert (notice.organisation, notice.version) == (owner, page.latest_revision_id)

    assert "fourteen days" in approved(page)
    assert (level_of(page), CaseStudyPage.objects.get(pk=page.pk).live) == (Level.MEMBERS, False)

    answer_owner(notice=notice, by=focal, answer="go_ahead")
    assert approved(page) == ""
    assert level_of(page) == Level.PUBLIC


def test_silence_lets_out_what_rests_on_sources_and_its_page_says_so(author, owner, focal, client):
    page = sent(author, owner)
    long_ago()

    assert approved(page) == ""

    page.refresh_from_db()
    assert "and has not answered" in client.get(page.get_url()).text


def test_silence_is_not_enough_without_sources(author, owner, focal):
    page = sent(author, owner, url="")
    long_ago()

    assert "no published source" in approved(page)
    assert level_of(page) == Level.MEMBERS


def test_of_a_holding_its_basis_says_whether_it_rests_on_sources(author, owner, focal):
    for basis, goes_out in {
        "public_sources": True,
        "owner_publication": True,
        "contested": False,
        "": False,
    }.items():
        page = sent(author, owner, model=DataHoldingPage, basis=basis)
        long_ago()
        assert (approved(page) == "") is goes_out


def test_an_owner_in_words_is_told_when_it_is_known_by_that_name(author, owner, focal):
    known = sent(author, model=DataHoldingPage, owner_note="OWNER of data ", basis="public_sources")
    assert OwnerNotice.objects.get().organisation == owner
    assert "fourteen days" in approved(known)

    unknown = sent(author, model=DataHoldingPage, owner_note="The operators")
    assert "in words alone" in approved(unknown)
    sourced = sent(author, model=DataHoldingPage, owner_note="The operators", basis="public_sources")
    assert approved(sourced) == ""


def test_an_owner_without_anybody_is_not_asked_and_the_page_says_so(author, owner, client):
    page = sent(author, owner)

    assert approved(page) == ""

    page.refresh_from_db()
    assert "nobody speaks for it here" in client.get(page.get_url()).text


def test_a_no_caps_it(author, owner, focal):
    page = sent(author, owner)
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="not_beyond")

    assert "not beyond members" in approved(page)
    assert level_of(page) == Level.MEMBERS


def test_what_stays_among_members_waits_for_nobody(author, owner, focal):
    page = sent(author, owner, access=MEMBERS)

    assert not OwnerNotice.objects.exists()
    assert approved(page) == ""


def test_what_its_own_people_wrote_waits_for_nobody(owner, focal):
    page = sent(member_of(owner), owner)

    assert not OwnerNotice.objects.exists()
    assert approved(page) == ""


def test_the_owner_of_the_entry_is_told_too(author, owner, focal):
    page = make_record(listed_to=Level.MEMBERS, publish=False, owner=author)
    decide(page, listed_to=Level.MEMBERS, owner=owner, custodian=author.member.memberships.get().organisation)
    submissions.save_draft(page=page, by=author, access=EVERYONE)
    submissions.submit_for_review(page=page, by=author)

    assert OwnerNotice.objects.get().organisation == owner


def test_of_what_is_open_already_only_a_new_owner_is_told(author, owner, focal):
    other = OrganisationFactory()
    member_of(other, focal_point=True)
    page = make_record(listed_to=Level.PUBLIC, owner=author, **naming(owner))
    page.title = "Other words"
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)
    assert not OwnerNotice.objects.exists()
    assert approved(CaseStudyPage.objects.get(pk=page.pk)) == ""

    page = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.organisations.add(naming(other)["organisations"][0])
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)
    assert {notice.organisation for notice in OwnerNotice.objects.all()} == {other}
    assert "fourteen days" in approved(CaseStudyPage.objects.get(pk=page.pk))


def test_a_changed_text_is_told_anew(author, owner, focal):
    page = sent(author, owner)
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="go_ahead")
    submissions.return_with_message(page=page, by=editor(), message="Say more.")
    page = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.title = "Something else"
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    assert "fourteen days" in approved(CaseStudyPage.objects.get(pk=page.pk))


def test_trust_lets_nothing_out_past_an_owner(owner, focal):
    trusted = OrganisationFactory()
    Trust.objects.create(organisation=trusted, reason="Good.", given_at=timezone.now())
    author = member_of(trusted)
    page = make_record(listed_to=Level.PUBLIC, owner=author)
    decide(page, listed_to=Level.PUBLIC, owner=trusted)
    page.organisations.add(naming(owner)["organisations"][0])
    submissions.save_draft(page=page, by=author)

    state = submissions.submit_for_review(page=page, by=author)

    assert state is not None
    assert not Release.objects.exists()


def test_a_batch_says_why_and_publishes_the_rest(author, owner, focal, client):
    pages = [
        make_record(listed_to=Level.MEMBERS, publish=False, owner=author, **naming(*owners))
        for owners in ((owner,), ())
    ]
    for page in pages:
        submissions.save_draft(page=page, by=author, access=EVERYONE)
    batch = submissions.send_together(pages=pages, by=author, title="Two")
    client.force_login(editor())
    address = reverse("records_admin:batch", args=[batch.pk])
    steps = [str(CaseStudyPage.objects.get(pk=page.pk).current_workflow_task_state.pk) for page in pages]

    answer = client.post(address, {"step": steps, **dict.fromkeys(CHECKS, "on")}, follow=True)

    assert "fourteen days" in answer.text
    assert [level_of(page) for page in pages] == [Level.MEMBERS, Level.PUBLIC]


def test_editors_see_why_it_waits_and_since_when(author, owner, focal, client):
    page = sent(author, owner)
    client.force_login(editor())

    for address in (reverse("review_queue:index"), reverse("records_admin:review", args=[page.pk])):
        assert "Owner of data: told on" in client.get(address).text


def test_nobody_is_told_of_a_plain_page_or_of_a_draft(author, owner, focal):
    page = make_record(listed_to=Level.MEMBERS, publish=False, owner=author, **naming(owner))

    assert to_be_told(page, page.identity) == []
