"""A record that was narrowed stays narrow, whatever is published next, in every language."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import AccessWish, RecordIdentity
from portal.access.services import ask_access, restrict_access
from portal.records import submissions
from tests.factories.people import UserFactory, editor, member_of
from tests.factories.records import make_record
from tests.records.admin_form import edit_url, send, shown

pytestmark = pytest.mark.django_db
ANSWERED = {"names_person": False, "names_place": False, "tells_unpublished": False}


@pytest.fixture
def page():
    """A public record in two languages, with a draft that waits."""
    page = make_record(title="Open words", listed_to=Level.PUBLIC)
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Mots ouverts"
    french.save_revision().publish()
    page.title = "Words of the draft"
    page.save_revision(user=editor())
    return CaseStudyPage.objects.get(pk=page.pk)


def narrow(page):
    restrict_access(identity=page.identity, by=editor(), listed_to=Level.OWNER, details_to=Level.OWNER)


def publish_the_draft(page):
    page.get_latest_revision().publish()


def publish_the_first_version(page):
    page.revisions.order_by("pk").first().publish()


def publish_a_forged_version(page):
    revision = page.get_latest_revision()
    other = make_record(title="Another", listed_to=Level.PUBLIC)
    revision.content = revision.content | {"translation_key": str(other.translation_key), "slug": "forged"}
    revision.save()
    revision.publish()


def publish_by_the_clock(page):
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    past = timezone.now() - timedelta(minutes=1)
    page.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=past)
    content = page.get_latest_revision().content | {"go_live_at": json.loads(json.dumps(past.isoformat()))}
    page.revisions.filter(pk=page.latest_revision_id).update(content=content)
    call_command("publish_scheduled")


def publish_the_translation(page):
    french = page.get_translations().get().specific
    french.title = "Mots nouveaux"
    french.save_revision().publish()


def translate_again(page):
    arabic = page.copy_for_translation(Locale.objects.get(language_code="ar"))
    arabic.save_revision().publish()


def unpublish_and_publish(page):
    page.unpublish()
    page.get_latest_revision().publish()


EVERY_WAY = [
    publish_the_draft, publish_the_first_version, publish_a_forged_version, publish_by_the_clock,
    publish_the_translation, translate_again, unpublish_and_publish,
]  # fmt: skip


@pytest.mark.parametrize("publish", EVERY_WAY)
def test_nothing_published_later_widens_it(page, client, publish, django_capture_on_commit_callbacks):
    addresses = [page.get_url(), page.get_translations().get().get_url()]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    narrow(page)

    with django_capture_on_commit_callbacks(execute=True):
        publish(CaseStudyPage.objects.get(pk=page.pk))

    for reader in (None, member_of()):
        if reader:
            client.force_login(reader)
        everywhere = CaseStudyPage.objects.filter(translation_key=page.key)
        assert list(everywhere.visible_to(reader)) == []
        assert {client.get(each.get_url()).status_code for each in everywhere if each.get_url()} == {404}
        for word in ("words", "mots", "another"):
            assert page.identity.code not in client.get(f"/search/?q={word}").text


def test_a_reverted_version_does_not_widen_it(page, client):
    narrow(page)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    first = page.revisions.order_by("pk").first()

    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    data = shown(client.get(url))
    client.post(edit_url(page), data | {"revision": first.pk, "action-publish": "yes"})

    page.refresh_from_db()
    assert page.title == "Open words"
    assert page.identity.listed_to == Level.OWNER
    client.logout()
    assert client.get(page.get_url()).status_code == 404


def test_a_wish_from_before_is_dropped_and_the_approval_widens_nothing(page):
    author = editor()
    page.title = "Sent words"
    page.save_revision(user=author)
    RecordIdentity.objects.filter(pk=page.key).update(listed_to=Level.MEMBERS, details_to=Level.MEMBERS)
    wish = {"listed_to": Level.PUBLIC, "details_to": Level.PUBLIC, **ANSWERED}
    ask_access(identity=page.identity, by=author, **wish)
    submissions.submit_for_review(page=page, by=author)
    narrow(page)
    assert not AccessWish.objects.exists()

    submissions.approve(page=page, by=editor())

    page.refresh_from_db()
    assert page.title == "Sent words"
    assert (page.identity.listed_to, page.identity.details_to) == (Level.OWNER, Level.OWNER)


def test_a_form_opened_before_the_narrowing_asks_for_nothing(page, client):
    client.force_login(editor())
    before = shown(client.get(edit_url(page)))
    narrow(page)

    answer = client.post(edit_url(page), before | {"title": "Typed meanwhile", "access_reason": "It was public."})

    assert "Somebody changed who may see this meanwhile" in answer.text
    assert 'value="Typed meanwhile"' in answer.text
    assert not AccessWish.objects.exists()


def test_a_form_opened_before_the_narrowing_that_asks_for_nothing_saves_its_text(page, client):
    client.force_login(editor())
    before = shown(client.get(edit_url(page)))
    narrow(page)

    client.post(edit_url(page), before | {"title": "Typed meanwhile"})

    assert not AccessWish.objects.exists()
    assert page.identity.listed_to == Level.OWNER


def test_fewer_people_see_it_at_once_through_the_admin(page, client):
    client.force_login(editor())
    url = reverse("records_admin:restrict", args=[page.pk])

    send(client, url, listed_to="members", details_to="owner_organisation", reason="Asked by the authority.")

    assert (page.identity.listed_to, page.identity.details_to) == (Level.MEMBERS, Level.OWNER)
    client.logout()
    assert client.get(page.get_url()).status_code == 404


def test_details_cannot_go_further_than_the_card(page, client):
    client.force_login(editor())
    url = reverse("records_admin:restrict", args=[page.pk])

    answer = send(client, url, listed_to="owner_organisation", details_to="public")

    assert "More people would read it than may know of it." in answer.text
    assert "nobody but editors will see it" in answer.text
    assert page.identity.listed_to == Level.PUBLIC


def test_restricting_offers_no_wider_level(page, client):
    narrow(page)
    client.force_login(editor())
    url = reverse("records_admin:restrict", args=[page.pk])

    answer = send(client, url, listed_to="public", details_to="public")

    assert answer.status_code == 200
    assert page.identity.listed_to == Level.OWNER


def test_withdrawing_needs_a_reason_and_hides_it_at_once(page, client):
    client.force_login(editor())
    url = reverse("records_admin:withdraw", args=[page.pk])

    send(client, url, reason="")
    assert page.identity.withdrawn_at is None
    send(client, url, reason="The owner asked.")

    assert page.identity.withdrawn_at is not None
    client.force_login(member_of())
    assert client.get(page.get_url()).status_code == 404
