"""Who is told what stands in a draft, and what it stops."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale

from case_studies.models import CaseStudyBarrier, CaseStudyIndexPage, CaseStudyLesson, CaseStudyPage
from portal.access.enums import Level, Zone
from portal.records import submissions
from portal.records.linter.gate import TooOpen, told_of
from portal.records.models import NotAsSubmitted, RecordSource
from portal.taxonomy.models import BarrierKind
from practices.models import PracticePage
from tests.factories.people import UserFactory, editor
from tests.factories.records import decide, make_record
from tests.records.admin_form import add_url, edit_url, rows, send

pytestmark = pytest.mark.django_db
PLACE = "33.3152, 44.3661"
QUOTED = f"“\u2068{PLACE}\u2069”"
"""In a sentence the place keeps its own direction, also in Arabic."""
PHONE = "+964 770 123 4567"
ANSWERS = {"names_person": False, "names_place": False, "tells_unpublished": False}


def waiting(author, *, listed_to=Level.PUBLIC, details_to=None, access=None, **words):
    page = make_record(listed_to=listed_to, details_to=details_to, publish=False)
    for name, value in words.items():
        setattr(page, name, value)
    submissions.save_draft(page=page, by=author, access=access)
    submissions.submit_for_review(page=page, by=author)
    return CaseStudyPage.objects.get(pk=page.pk)


def test_every_text_of_a_record_is_read():
    page = make_record(
        publish=False,
        title=f"Title {PLACE}",
        summary=f"Summary {PHONE}",
        challenge='<p>At 33.3152,</p><p>44.3661 <a href="https://maps.google.com/?q=33.3152,44.3661">here</a></p>',
        focal_mailbox="john.smith@example.org",
        lessons=[CaseStudyLesson(text=f"Call {PHONE}.")],
        barriers=[CaseStudyBarrier(kind=BarrierKind.objects.first(), text="Trust.", overcome="Passport no. A1234567")],
        sources=[RecordSource(title="Map", url=f"https://www.openstreetmap.org/#map=15/{PLACE.replace(', ', '/')}")],
    )
    page.tags.add("33.3152 44.3661")

    told = {(each.where, each.zone, each.finding.kind.value) for each in told_of(page)}

    assert told == {
        ("Title", Zone.CARD, "coordinates"),
        ("Summary", Zone.CARD, "phone"),
        ("Challenge", Zone.DETAILS, "coordinates"),
        ("Mailbox for questions", Zone.DETAILS, "email"),
        ("Lesson 1: lesson", Zone.DETAILS, "phone"),
        ("Barrier 1: how it was overcome", Zone.DETAILS, "identifier"),
        ("Source 1: address", Zone.DETAILS, "coordinates"),
        ("Tags", Zone.DETAILS, "coordinates"),
    }


@pytest.mark.parametrize("mailbox", ["im@example.org", "zqkovalenq@example.org"])
def test_the_field_for_a_mailbox_takes_what_is_no_name(mailbox):
    assert told_of(make_record(publish=False, focal_mailbox=mailbox)) == []


def test_an_approval_that_would_show_a_place_to_everybody_is_refused_with_what_and_where():
    page = waiting(editor(), challenge=f"<p>At {PLACE}.</p>")

    with pytest.raises(NotAsSubmitted) as refused:
        submissions.approve(page=page, by=editor())

    assert f"Challenge: {QUOTED} (Exact place). At most for: {Level.NAMED.label}." in str(refused.value)
    page.refresh_from_db()
    assert (page.live, page.workflow_in_progress) == (False, True)


def test_a_refused_approval_grants_no_access():
    access = {"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **ANSWERS}
    page = waiting(editor(), listed_to=Level.OWNER, access=access, summary=f"Call {PHONE}.")

    with pytest.raises(NotAsSubmitted):
        submissions.approve(page=page, by=editor())

    assert page.identity.listed_to == Level.OWNER


@pytest.mark.parametrize(
    ("words", "listed_to", "details_to", "is_published"),
    [
        ({"challenge": PLACE}, Level.PUBLIC, Level.NAMED, True),
        ({"challenge": PLACE}, Level.MEMBERS, Level.MEMBERS, False),
        ({"summary": PLACE}, Level.PUBLIC, Level.NAMED, False),
        ({"summary": PHONE}, Level.MEMBERS, Level.OWNER, True),
        ({"summary": PHONE}, Level.PUBLIC, Level.OWNER, False),
        ({"challenge": "Passport no. A1234567"}, Level.NAMED, Level.NAMED, False),
        ({"challenge": "Passport no. A1234567"}, Level.PUBLIC, Level.OWNER, True),
        ({"challenge": "Write to john.smith@example.org"}, Level.PUBLIC, Level.MEMBERS, True),
        ({"challenge": "In 2021, IMAS 05.10 and 45 km2"}, Level.PUBLIC, Level.PUBLIC, True),
    ],
)
def test_each_zone_is_measured_by_who_reads_it(words, listed_to, details_to, is_published):
    page = waiting(editor(), listed_to=listed_to, details_to=details_to, **words)

    if is_published:
        submissions.approve(page=page, by=editor())
    else:
        with pytest.raises(NotAsSubmitted):
            submissions.approve(page=page, by=editor())

    page.refresh_from_db()
    assert page.live is is_published


def test_a_wider_access_is_refused_for_what_another_language_says():
    page = make_record(listed_to=Level.MEMBERS)
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.summary = f"Appelez le {PHONE}."
    french.save_revision().publish()
    author = editor()
    access = {"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **ANSWERS}
    submissions.save_draft(page=page, by=author, access=access)
    submissions.submit_for_review(page=page, by=author)

    with pytest.raises(NotAsSubmitted, match="Summary"):
        submissions.approve(page=CaseStudyPage.objects.get(pk=page.pk), by=editor())
    assert page.identity.listed_to == Level.MEMBERS


def test_no_way_of_publishing_goes_past_it():
    page = make_record(publish=False)
    page.summary = PLACE
    revision = page.save_revision()

    with pytest.raises(TooOpen):
        revision.publish(user=UserFactory(is_superuser=True), skip_permission_checks=True)

    page.refresh_from_db()
    assert not page.live


def scheduled(**words):
    """A page whose version was approved for a day that has come."""
    page = make_record(publish=False, listed_to=Level.OWNER)
    for name, value in words.items():
        setattr(page, name, value)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    past = timezone.now() - timedelta(minutes=1)
    content = page.get_latest_revision().content | {"go_live_at": past.isoformat()}
    page.revisions.filter(pk=page.latest_revision_id).update(content=content, approved_go_live_at=past)
    return page


def test_what_became_too_open_is_not_published_at_its_day_and_the_others_are():
    pages = [scheduled(summary=PLACE), scheduled(summary="Words.")]
    for page in pages:
        decide(page, listed_to=Level.PUBLIC)

    call_command("publish_scheduled", verbosity=0)

    assert [CaseStudyPage.objects.get(pk=page.pk).live for page in pages] == [False, True]


def test_an_address_keeps_no_place():
    assert make_record(publish=False, title=f"Well at {PLACE}").slug.startswith("case-studies-")
    assert make_record(publish=False, title="Wells of 2021").slug.startswith("wells-of-2021-")


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def index_of(model):
    return model.objects.get(locale=Locale.objects.get(language_code="en"))


def test_the_author_is_told_with_the_draft_and_loses_nothing(client):
    client.force_login(editor())
    typed = rows("lessons", {"text": f"Call {PHONE}."})
    send(client, add_url(CaseStudyPage, index_of(CaseStudyIndexPage)), title=f"Well at {PLACE}", **typed)
    page = CaseStudyPage.objects.get()

    text = client.get(edit_url(page)).text

    assert f"Title: {QUOTED} (Exact place). At most for: Named organisations" in text
    assert f"Lesson 1: lesson: “\u2068{PHONE}\u2069” (Telephone number). At most for: Members of the community." in text
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.lessons.first().text) == (f"Well at {PLACE}", f"Call {PHONE}.")


def test_a_draft_with_nothing_in_it_is_not_warned_of(admin):
    assert "This is not for everybody to read" not in admin.get(edit_url(make_record())).text


def test_an_administrator_cannot_publish_it_at_once(admin):
    page = make_record(title="Old words")

    answer = send(admin, edit_url(page), "action-publish", title=f"Well at {PLACE}")

    assert "Something in it is for fewer people than would read it." in answer.text
    assert QUOTED in answer.text
    assert CaseStudyPage.objects.get(pk=page.pk).title == "Old words"


def test_a_row_that_is_taken_out_no_longer_counts(admin):
    page = make_record(listed_to=Level.MEMBERS, lessons=[CaseStudyLesson(text=f"Call {PHONE}.")])
    decide(page, listed_to=Level.PUBLIC)

    kept = send(admin, edit_url(page), "action-publish", title="New words")
    assert "Something in it is for fewer people than would read it." in kept.text
    send(admin, edit_url(page), "action-publish", title="New words", **{"lessons-0-DELETE": "1"})

    assert CaseStudyPage.objects.get(pk=page.pk).title == "New words"


def test_the_reviewer_sees_it_before_deciding(client):
    page = waiting(editor(), listed_to=Level.OWNER, challenge=PLACE)
    client.force_login(editor())

    assert f"Challenge: {QUOTED}" in client.get(f"/admin/records/{page.pk}/review/").text


def test_other_kinds_are_read_alike():
    page = make_record(PracticePage, publish=False, title="Share", problem=f"<p>{PLACE}</p>")

    assert [each.where for each in told_of(page)] == ["Problem"]
