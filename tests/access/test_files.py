"""A file is readable when a page that shows it is, in that zone; otherwise it answers like one that does not exist."""

from urllib.parse import quote

import pytest
from wagtail.documents import get_document_model

from case_studies.models import CaseStudyPage
from portal.access.enums import Level, Zone
from portal.access.models import RecordIdentity
from portal.home.models import HomePage, StandardPage
from portal.records.file_uses import uses_of
from portal.records.files import readable_documents
from practices.models import PracticePage
from practices.models.rows import PracticeTemplate
from tests.factories.media import DocumentFactory, ImageFactory, RenditionFactory
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def link_to(document):
    return f'<p>See <a linktype="document" id="{document.pk}">the notes</a>.</p>'


def get(client, url, user=None, **headers):
    client.logout()
    if user:
        client.force_login(user)
    response = client.get(url, headers=headers)
    # Read to its end, which closes it.
    response.body = b"".join(response) if response.streaming else response.content
    return response


def statuses(client, url, *users):
    return [get(client, url, user).status_code for user in users]


def test_a_document_is_as_open_as_the_details_that_show_it(client):
    document, organisation = DocumentFactory(), OrganisationFactory()
    page = make_record(results=link_to(document))
    decide(page, listed_to="public", details_to="named_organisations", owner=organisation)
    readers = (None, UserFactory(), member_of(), member_of(organisation), editor())

    assert statuses(client, document.url, *readers) == [404, 404, 404, 200, 200]
    decide(page, listed_to="members", details_to="members")
    assert statuses(client, document.url, *readers) == [404, 404, 200, 200, 200]
    decide(page, listed_to="public", details_to="public")
    assert statuses(client, document.url, *readers) == [200, 200, 200, 200, 200]
    RecordIdentity.objects.filter(pk=page.key).delete()
    assert statuses(client, document.url, *readers) == [404, 404, 404, 404, 200]


def test_one_readable_page_of_several_is_enough(client):
    document = DocumentFactory()
    make_record(results=link_to(document), listed_to=Level.OWNER)
    make_record(results=link_to(document), listed_to=Level.MEMBERS)

    assert statuses(client, document.url, None, member_of()) == [404, 200]


def test_unused_files_and_those_of_drafts_are_for_editors(client):
    unused, drafted = DocumentFactory(), DocumentFactory()
    make_record(results=link_to(drafted), publish=False)
    page = make_record()
    page.results = link_to(drafted)
    page.save_revision()

    for document in (unused, drafted):
        assert statuses(client, document.url, None, member_of(), editor()) == [404, 404, 200]


def test_what_a_page_shows_is_known_the_moment_it_is_published(client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    old, new = DocumentFactory(), DocumentFactory()
    page = make_record(results=link_to(old))
    page.results = link_to(new)
    revision = page.save_revision()
    assert [get(client, each.url).status_code for each in (old, new)] == [200, 404]

    revision.publish()

    assert [get(client, each.url).status_code for each in (old, new)] == [404, 200]
    assert {use.page for use in uses_of(get_document_model(), {new.pk})} == {page.pk}


def test_a_file_of_a_standard_page_is_open_while_that_is_published(client):
    document = DocumentFactory()
    page = HomePage.objects.get(locale__language_code="en").add_child(
        instance=StandardPage(title="Terms", slug="our-terms", body=link_to(document))
    )
    page.save_revision().publish()
    assert statuses(client, document.url, None) == [200]

    page.unpublish()

    assert statuses(client, document.url, None, editor()) == [404, 200]


def test_the_zone_of_the_field_that_shows_it_is_the_zone_that_is_asked():
    document = DocumentFactory()
    page = make_record(results=link_to(document))
    practice = make_record(PracticePage, templates=[PracticeTemplate(document=document)])

    uses = {(use.page, use.zone) for use in uses_of(get_document_model(), {document.pk})}

    assert uses == {(page.pk, Zone.DETAILS), (practice.pk, Zone.DETAILS)}


def test_originals_and_renditions_follow_their_image(client):
    image = ImageFactory()
    rendition = RenditionFactory(image=image)
    page = make_record(results=f'<p>A map.</p><embed embedtype="image" id="{image.pk}" format="left" alt="A map"/>')
    decide(page, listed_to="public", details_to="members")

    for url in (image.file.url, rendition.url):
        assert statuses(client, url, None, member_of()) == [404, 200]
    answer = get(client, rendition.url, member_of())
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Disposition"].startswith("inline")


def test_a_file_one_may_not_read_answers_as_an_absent_one(client):
    document = DocumentFactory()
    make_record(results=link_to(document), listed_to=Level.OWNER)
    absent = document.url.replace(document.url[-10], "z" if document.url[-10] != "z" else "y")

    for user in (None, member_of()):
        for method in ("get", "head", "post", "options", "put", "delete"):
            client.logout()
            if user:
                client.force_login(user)
            hidden, missing = (getattr(client, method)(url) for url in (document.url, absent))
            assert answered(hidden) == answered(missing)
            assert hidden.status_code == 404


def answered(response):
    return response.status_code, dict(response.headers), response.content, response.cookies.output()


def test_a_file_that_is_gone_is_absent(client):
    document = DocumentFactory()
    make_record(results=link_to(document))
    document.file.storage.delete(document.file.name)

    assert [get(client, url).status_code for url in (document.url, "/files/images/none.png")] == [404, 404]
    assert get(client, "/files/elsewhere.txt").status_code == 404


def test_only_reading_is_allowed(client):
    document = DocumentFactory()
    make_record(results=link_to(document))

    answer = client.post(document.url)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_a_file_runs_nothing_and_is_not_kept_unless_it_is_public(client):
    document = DocumentFactory(title="Notes of the meeting / März")
    page = make_record(results=link_to(document))

    public = get(client, document.url)
    again = get(client, document.url, **{"If-None-Match": public["ETag"]})
    decide(page, listed_to="members")
    narrowed = get(client, document.url, **{"If-None-Match": public["ETag"]})
    private = get(client, document.url, member_of(), **{"If-None-Match": public["ETag"]})

    assert (public["Cache-Control"], again.status_code, narrowed.status_code) == ("public, no-cache", 304, 404)
    assert (private.status_code, private["Cache-Control"], private.has_header("ETag")) == (
        200,
        "private, no-store",
        False,
    )
    for answer in (public, private):
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"].endswith("sandbox")
        assert answer["Content-Disposition"] == "attachment; filename*=utf-8''notes-of-the-meeting-m%C3%A4rz.pdf"
        assert answer.body == b"%PDF-1.4 notes"


@pytest.mark.parametrize(
    ("title", "name"),
    [("محضر الاجتماع", "محضر-الاجتماع"), ("Plan\u202e 1/2", "plan-12"), ("\u202e…", "file")],
)
def test_a_download_has_the_name_of_its_title_in_its_own_script(client, title, name):
    document = DocumentFactory(title=title)
    make_record(results=link_to(document))

    sent = get(client, document.url)["Content-Disposition"]

    plain, encoded = f'attachment; filename="{name}.pdf"', f"attachment; filename*=utf-8''{quote(name)}.pdf"
    assert sent == (plain if name.isascii() else encoded)


def test_names_of_stored_files_tell_nothing(monkeypatch):
    document, image = DocumentFactory(), ImageFactory()

    names = [document.file.name, image.file.name, RenditionFactory(image=image).file.name]

    assert [name.rpartition("/")[0] for name in names] == ["documents", "original_images", "images"]
    stems = [name.rpartition("/")[2].split(".") for name in names]
    assert [len(stem) for stem, _ in stems] == [26, 26, 26]
    assert [ending for _, ending in stems] == ["pdf", "png", "png"]
    assert document.url == f"/files/{document.file.name}"


def test_wagtails_own_addresses_of_files_are_absent(client):
    document = DocumentFactory()
    make_record(results=link_to(document))
    client.force_login(editor())

    for url in (f"/documents/{document.pk}/{document.filename}", "/documents/authenticate_with_password/1/"):
        assert client.get(url).status_code == 404


def test_a_list_of_files_is_asked_at_once(django_assert_num_queries):
    documents = [DocumentFactory() for _ in range(5)]
    make_record(CaseStudyPage, results="".join(map(link_to, documents)))
    ids = {document.pk for document in documents}
    assert readable_documents(ids, None) == ids
    assert readable_documents(set(), None) == set()

    with django_assert_num_queries(2):
        readable_documents(ids, None)
