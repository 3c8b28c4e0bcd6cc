"""What a reviewer has seen stays what it was: nobody changes a file past the review of the page that shows it."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection

from portal.home.models import HomePage, StandardPage
from portal.media.models import PortalDocument, PortalImage
from portal.records import submissions
from practices.models import PracticePage
from practices.models.rows import PracticeTemplate
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.people import UserFactory, editor
from tests.factories.records import make_record
from tests.linter.files.making import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def uploader(client):
    """An editor who is signed in."""
    user = editor()
    client.force_login(user)
    return user


@pytest.fixture
def document(uploader):
    return DocumentFactory(title="Reviewed", uploaded_by_user=uploader)


def link_to(document):
    return f'<p><a linktype="document" id="{document.pk}">notes</a></p>'


def published(document, **options):
    make_record(results=link_to(document))


def published_as_a_row(document):
    make_record(PracticePage, templates=[PracticeTemplate(document=document)])


def published_on_a_plain_page(document):
    home = HomePage.objects.get(locale__language_code="en")
    home.add_child(instance=StandardPage(title="Ours", slug="ours", body=link_to(document))).save_revision().publish()


def waiting_for_review(document):
    page = make_record()
    page.results = link_to(document)
    author = editor()
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)


def waiting_for_its_day(document):
    page = make_record()
    page.results, page.go_live_at = link_to(document), timezone.now() + timedelta(days=1)
    page.save_revision().publish()


def replace(client, document):
    url = reverse("wagtaildocs:edit", args=[document.pk])
    new = SimpleUploadedFile("other.pdf", pdf())
    return client.post(url, {"title": "Other", "file": new, "tags": "", "collection": document.collection_id})


def as_it_was(document):
    now = PortalDocument.objects.get(pk=document.pk)
    names = (document.title, document.file.name, document.collection_id)
    return (now.title, now.file.name, now.collection_id) == names and not now.tags.exists()


SHOWN = [published, published_as_a_row, published_on_a_plain_page, waiting_for_review, waiting_for_its_day]


@pytest.mark.parametrize("show", SHOWN)
def test_a_file_that_was_reviewed_is_not_replaced(client, document, show):
    show(document)

    answer = replace(client, document)

    assert as_it_was(document)
    assert answer.headers["Location"] == reverse("wagtaildocs:index")
    (told,) = get_messages(answer.wsgi_request)
    assert "“Reviewed” is on a published page, or on one that waits for review" in str(told)


@pytest.mark.parametrize(
    "show", [lambda document: None, lambda document: make_record(results=link_to(document), publish=False)]
)
def test_what_nobody_was_shown_is_changed_by_who_added_it(client, document, show):
    show(document)

    replace(client, document)

    assert PortalDocument.objects.get().title == "Other"


def test_it_may_be_changed_again_when_no_published_page_shows_it(client, document):
    page = make_record(results=link_to(document))
    page.results = ""
    page.save_revision().publish()

    replace(client, document)

    assert PortalDocument.objects.get().title == "Other"


def test_a_draft_that_was_returned_binds_nothing(client, document):
    page, author = make_record(results=link_to(document), publish=False), editor()
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)
    submissions.return_with_message(page=page, by=editor(), message="Another file, please.")

    replace(client, document)

    assert PortalDocument.objects.get().title == "Other"


def test_administrators_may(client, document):
    published(document)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    replace(client, document)

    assert PortalDocument.objects.get().title == "Other"


def test_another_number_in_a_waiting_page_is_another_file(client, document):
    other = DocumentFactory()
    page, author = make_record(), editor()
    page.results = link_to(other) + f"<p>{document.pk} households.</p>"
    submissions.save_draft(page=page, by=author)
    submissions.submit_for_review(page=page, by=author)

    replace(client, document)

    assert PortalDocument.objects.get(pk=document.pk).title == "Other"


@pytest.mark.parametrize("name", ["wagtaildocs:delete", "wagtaildocs:delete_multiple", "wagtaildocs:edit_multiple"])
def test_nor_is_it_deleted_or_named_anew(client, document, name):
    published(document)

    client.post(
        reverse(name, args=[document.pk]),
        {f"doc-{document.pk}-title": "Other"},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert as_it_was(document)


@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
def test_nor_are_several_at_once(client, document, uploader, action):
    published(document)
    unused = DocumentFactory(uploaded_by_user=uploader)
    collection = Collection.get_first_root_node().add_child(name="Elsewhere")
    url = reverse("wagtail_bulk_action", args=["media", "portaldocument", action])

    client.post(f"{url}?id={document.pk}&id={unused.pk}", {"tags": "new", "collection": collection.pk})

    assert as_it_was(document)
    assert not as_it_was(unused) if PortalDocument.objects.filter(pk=unused.pk).exists() else action == "delete"


IMAGE_DOORS = [
    "wagtailimages:edit",
    "wagtailimages:delete",
    "wagtailimages:delete_multiple",
    "wagtailimages:edit_multiple",
]


@pytest.mark.parametrize("name", IMAGE_DOORS)
def test_the_same_of_pictures(client, uploader, name):
    image = ImageFactory(title="Reviewed", uploaded_by_user=uploader)
    make_record(results=f'<embed embedtype="image" id="{image.pk}" format="left" alt="A map"/>')
    typed = {"title": "Other", f"image-{image.pk}-title": "Other", "focal_point_x": 3, "focal_point_y": 3}

    client.post(reverse(name, args=[image.pk]), typed, headers={"X-Requested-With": "XMLHttpRequest"})

    now = PortalImage.objects.get(pk=image.pk)
    assert (now.title, now.file.name, now.focal_point_x) == ("Reviewed", image.file.name, None)


def test_who_did_not_add_a_file_is_refused_as_before(client, uploader):
    replace(client, document := DocumentFactory(title="Reviewed", uploaded_by_user=editor()))

    assert as_it_was(document)
