"""What a trusted organisation changes in its own entries goes out at once; some of it is looked at afterwards."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import AuditEntry, RecordIdentity
from portal.records import submissions, trust
from portal.records.models import Release, Trust
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
ASKED = {"names_person": False, "names_place": False, "tells_unpublished": False}


@pytest.fixture
def owner():
    organisation = OrganisationFactory()
    trust.ask_trust(organisation=organisation, by=editor(), reason="Forty entries.")
    trust.approve_trust(organisation=organisation, by=editor())
    return organisation


def record_of(organisation, **levels):
    page = make_record(title="Old words")
    decide(page, **({"listed_to": Level.PUBLIC} | levels), owner=organisation)
    return page


def change(page, by, title="New words", access=None):
    """Sends a change of the page, and returns the title that readers see then."""
    page = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.title = title
    submissions.save_draft(page=page, by=by, access=access)
    submissions.submit_for_review(page=CaseStudyPage.objects.get(pk=page.pk), by=by)
    return CaseStudyPage.objects.get(pk=page.pk).title


def test_trust_is_given_and_taken_by_two_editors_and_written_down():
    organisation, first, second = OrganisationFactory(), editor(), editor()
    with pytest.raises(ValidationError):
        trust.ask_trust(organisation=organisation, by=first, reason=" ")
    with pytest.raises(PermissionDenied):
        trust.ask_trust(organisation=organisation, by=member_of(organisation, focal_point=True), reason="Us.")
    trust.ask_trust(organisation=organisation, by=first, reason="Good.")
    for person in (first, member_of()):
        with pytest.raises(PermissionDenied):
            trust.approve_trust(organisation=organisation, by=person)
    trust.approve_trust(organisation=organisation, by=second)
    with pytest.raises(PermissionDenied):
        trust.approve_trust(organisation=organisation, by=editor())

    trust.ask_end(organisation=organisation, by=second, reason="Slips.")
    with pytest.raises(PermissionDenied):
        trust.approve_end(organisation=organisation, by=second)
    trust.approve_end(organisation=organisation, by=first)

    assert not Trust.objects.exists()
    said = list(AuditEntry.objects.filter(action__contains="trust").order_by("pk").values_list("action", "by"))
    assert said == [
        ("trust asked", first.pk), ("trust given", first.pk), ("end of trust asked", second.pk),
        ("trust ended", second.pk),
    ]  # fmt: skip


def test_what_was_only_asked_for_is_taken_back_on_the_page_by_two_editors(client):
    organisation, url, first = OrganisationFactory(), reverse("records_admin:trusted"), editor()
    trust.ask_trust(organisation=organisation, by=first, reason="The wrong one.")
    for act, person in (("ask-end", first), ("approve-end", first), ("approve-end", editor())):
        client.force_login(person)
        assert f'value="{act}"' in client.get(url).text
        assert Trust.objects.exists()
        client.post(url, {"organisation": organisation.pk, "act": act, "reason": "A slip."})

    assert not Trust.objects.exists()
    trust.ask_trust(organisation=organisation, by=first, reason="Good.")


def test_who_may_not_trust_or_is_only_asked_for_waits():
    organisation = OrganisationFactory()
    trust.ask_trust(organisation=organisation, by=editor(), reason="Good.")
    page = record_of(organisation)

    assert change(page, member_of(organisation, focal_point=True)) == "Old words"


def test_exactly_own_changes_by_own_people_go_out_at_once(owner):
    inside, outside = member_of(owner), member_of(OrganisationFactory())
    assert change(record_of(owner), inside) == "New words"
    assert change(record_of(owner), outside) == "Old words"
    assert change(record_of(OrganisationFactory()), inside) == "Old words"
    page = record_of(owner)
    page.title = "By a stranger"
    submissions.save_draft(page=page, by=outside)
    assert change(page, inside) == "Old words"

    assert [(each.organisation, each.by) for each in Release.objects.all()] == [(owner, inside)]


def test_what_would_show_it_to_more_people_waits(owner):
    speaker = member_of(owner, focal_point=True)
    page = record_of(owner, listed_to=Level.MEMBERS)
    wider = {"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **ASKED}
    assert change(page, speaker, access=wider) == "Old words"
    assert page.identity.listed_to == Level.MEMBERS

    page = record_of(owner)
    sensitive = {"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **ASKED, "names_person": True}
    assert change(page, speaker, access=sensitive) == "Old words"


def test_what_the_linter_refuses_waits(owner):
    page = record_of(owner)

    assert change(page, member_of(owner), title="Write to jean.dupont@example.org") == "Old words"


def test_of_a_draft_never_published_of_a_withdrawn_and_of_a_contested_nothing_goes_out(owner):
    speaker = member_of(owner, focal_point=True)
    new = make_record(title="Old words", publish=False)
    decide(new, listed_to=Level.PUBLIC, owner=owner)
    change(new, speaker)
    assert not CaseStudyPage.objects.get(pk=new.pk).live
    withdrawn, contested = record_of(owner), record_of(owner)
    RecordIdentity.objects.filter(pk=withdrawn.key).update(withdrawn_at=timezone.now())
    assert change(withdrawn, speaker) == "Old words"
    owner.frozen_at = timezone.now()
    owner.save()
    assert change(contested, speaker) == "Old words"


def test_one_of_ten_is_chosen_and_the_same_again(owner):
    page, by = record_of(owner), member_of(owner)
    for number in range(30):
        change(page, by, title=f"Words {number}")

    chosen = list(Release.objects.order_by("pk").values_list("is_sampled", flat=True))
    assert [sum(chosen[start : start + 10]) for start in (0, 10, 20)] == [1, 1, 1]


def test_of_a_month_without_any_one_is_chosen_once(owner):
    other, now = OrganisationFactory(), timezone.now()
    last_month = now.replace(day=1) - timedelta(days=3)
    for organisation, at in ((owner, last_month), (owner, last_month), (other, last_month), (other, now)):
        row = Release.objects.create(organisation=organisation, key=organisation.key, code="X", revision=1)
        Release.objects.filter(pk=row.pk).update(at=at)

    assert [trust.sample_last_month(now), trust.sample_last_month(now)] == [2, 0]
    sampled = Release.objects.filter(is_sampled=True)
    assert sorted(each.organisation_id for each in sampled) == sorted([owner.pk, other.pk])
    assert {each.at for each in sampled} == {last_month}


def test_a_sampled_change_is_looked_at_once_or_withdrawn(owner, client):
    page = record_of(owner)
    change(page, member_of(owner))
    Release.objects.update(is_sampled=True)
    release = Release.objects.get()
    url, me = reverse("records_admin:sampled"), editor()
    client.force_login(me)
    assert page.identity.code in client.get(url).text

    client.post(url, {"release": release.pk, "withdraw": "1", "reason": ""})
    assert Release.objects.get().seen_at is None
    client.post(url, {"release": release.pk, "withdraw": "1", "reason": "Wrong place."})

    assert page.identity.withdrawn_at is not None
    assert Release.objects.get().seen_by == me
    with pytest.raises(PermissionDenied):
        trust.look_at(release=release, by=editor())


def test_no_input_breaks_the_page_of_what_went_out(owner, client):
    page = record_of(owner)
    change(page, member_of(owner))
    Release.objects.update(is_sampled=True)
    client.force_login(editor())
    for release in ("abc", "1" * 40, "\x00", ""):
        assert client.post(reverse("records_admin:sampled"), {"release": release}).status_code == 404
    data = {"release": Release.objects.get().pk, "withdraw": "1", "reason": "Wrong\x00place"}
    assert client.post(reverse("records_admin:sampled"), data).status_code == 404

    assert (page.identity.withdrawn_at, Release.objects.get().seen_at) == (None, None)


def test_the_page_of_trust_asks_a_second_editor(client):
    organisation, url = OrganisationFactory(), reverse("records_admin:trusted")
    for act, person in (("ask", editor()), ("approve", editor())):
        client.force_login(person)
        client.post(url, {"organisation": organisation.pk, "act": act, "reason": "Good."})
        assert str(organisation) in client.get(url).text

    assert Trust.objects.get().given_at is not None


def test_editors_of_the_admin_and_others_see_what_went_out_in_the_log_of_the_page(owner):
    """It is a publishing as any: its version, by whom, in Wagtail's history."""
    by, page = member_of(owner), record_of(owner)
    change(page, by)

    page = CaseStudyPage.objects.get(pk=page.pk)
    assert page.live_revision_id == page.latest_revision_id == Release.objects.get().revision
    assert not page.workflow_in_progress
    assert by in {line.user for line in PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish")}
