"""What is written is seen by the next visitor, in whatever way it was written."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from wagtail.models import ReferenceIndex, Site

from portal.access.enums import Level
from portal.access.services import restrict_access, withdraw_record
from portal.core.kept_pages import kept_pages
from portal.home.models import StandardPage
from portal.records.file_uses import renew_uses
from portal.taxonomy.models import GlossaryTerm, Sector
from portal.taxonomy.services import save_term
from tests.core.kept_pages.asked import LIST, RECORD, asked, same
from tests.factories.media import DocumentFactory
from tests.factories.people import editor
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db(transaction=True)


def narrowed(record):
    restrict_access(identity=record.identity, by=editor(), listed_to=Level.OWNER, details_to=Level.OWNER)


def withdrawn(record):
    withdraw_record(identity=record.identity, by=editor())


def unpublished(record):
    record.unpublish()


def published_anew(record):
    record.title = "Other words"
    record.save_revision().publish()


def another_published(record):
    make_record(title="Open words too")


def term_relabelled(record):
    sector = Sector.objects.get(key="education")
    sector.label_en = "Zymurgic learning"
    save_term(term=sector, by=editor())


def organisation_renamed(record):
    organisation = record.organisations.get().organisation
    organisation.name_en = "Renamed body"
    organisation.save()


def standard_page_edited(record):
    page = StandardPage.objects.get(slug="about", locale__language_code="en")
    page.body = "<p>Zymurgic community</p>"
    page.save_revision().publish()


def glossary_extended(record):
    GlossaryTerm.objects.create(key="zymurgy", term_en="Zymurgy", definition_en="The making of beer.")


def home_page_in_sql(record):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE home_homepage SET lead = 'Zymurgic lead'")


def host_moved(record):
    Site.objects.update(root_page=StandardPage.objects.get(slug="about", locale__language_code="en").page_ptr_id)
    Site.clear_site_root_paths_cache()


CHANGES = [
    (narrowed, RECORD), (narrowed, LIST), (narrowed, "/"), (narrowed, "/search/?q=words"),
    (withdrawn, RECORD), (withdrawn, LIST), (unpublished, RECORD), (unpublished, LIST),
    (published_anew, RECORD), (published_anew, LIST), (another_published, LIST), (another_published, "/"),
    (term_relabelled, RECORD), (term_relabelled, LIST), (organisation_renamed, RECORD),
    (organisation_renamed, "/organisations/"), (standard_page_edited, "/about/"), (glossary_extended, "/glossary/"),
    (home_page_in_sql, "/"), (host_moved, "/"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "path"), CHANGES, ids=lambda value: getattr(value, "__name__", value))
def test_the_next_visitor_sees_a_change(record, change, path):
    path = record.get_url() if path == RECORD else path
    before, _ = asked(path)
    assert asked(path)[1]

    change(record)
    after, _ = asked(path)
    caches["pages"].clear()

    assert after.content != before.content
    assert same(after, asked(path)[0])


def test_a_page_asked_for_before_its_files_are_written_down_is_asked_anew_after(record, settings, tmp_path):
    """Which files it shows is written after it is published: until then its links are only words."""
    settings.MEDIA_ROOT = tmp_path
    document = DocumentFactory()
    record.results = f'<p><a linktype="document" id="{document.pk}">notes</a></p>'
    record.save_revision().publish()
    ReferenceIndex.remove_references_to(document)
    assert f'href="{document.url}"' not in asked(record.get_url())[0].text
    assert asked(record.get_url())[1]

    renew_uses(record)

    assert f'href="{document.url}"' in asked(record.get_url())[0].text


def test_a_narrowed_page_is_not_confirmed(record):
    path = record.get_url()
    etag = asked(path)[0]["ETag"]

    narrowed(record)

    assert asked(path, if_none_match=etag)[0].status_code == 404


def test_what_was_made_while_somebody_wrote_is_never_shown(record, rf):
    """The answer shows what was before the write and is ready after it."""
    titles = []

    def slow(request):
        titles.append(type(record).objects.get(pk=record.pk).title)
        if len(titles) == 1:
            published_anew(record)
        return HttpResponse(titles[-1], headers={"Cache-Control": "public, no-cache", "ETag": '"a"'})

    answers = [kept_pages(slow)(rf.get("/")).text for _ in range(3)]
    assert (answers, len(titles)) == (["Open words", "Other words", "Other words"], 2)
