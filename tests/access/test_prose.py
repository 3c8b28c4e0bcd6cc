"""Rich text keeps the words of links that its reader may not follow, and nothing else of them."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from portal.access.enums import Level
from portal.home.models import HomePage, StandardPage
from portal.records.templatetags.prose import prose
from tests.factories.media import DocumentFactory, ImageFactory, RenditionFactory
from tests.factories.people import editor, member_of
from tests.factories.records import make_record


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def shown(text, user=None):
    """What the tag prints, without its own frame."""
    request = RequestFactory().get("/")
    request.user = user
    return prose({"request": request}, text).removeprefix('<div class="prose">').removesuffix("</div>")


def link(page, words):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def test_links_to_what_is_hidden_or_drafted_keep_their_words():
    hidden = make_record(title="Hidden", listed_to=Level.MEMBERS)
    draft = make_record(title="Draft", publish=False)
    public = make_record(title="Public")
    text = f"<p>{link(hidden, 'one')}, {link(draft, '<b>two</b>')}, {link(public, 'three')}.</p>"
    public_link, hidden_link = f'<a href="{public.get_url()}">three</a>', f'<a href="{hidden.get_url()}">one</a>'

    assert shown(text) == f"<p>one, <b>two</b>, {public_link}.</p>"
    assert shown(text, member_of()) == f"<p>{hidden_link}, <b>two</b>, {public_link}.</p>"
    # Editors follow a link to a draft in the admin; no page prints its address.
    assert shown(text, editor()) == f"<p>{hidden_link}, <b>two</b>, {public_link}.</p>"


def test_other_pages_are_linked_while_they_are_published():
    page = HomePage.objects.get(locale__language_code="en").add_child(
        instance=StandardPage(title="Terms", slug="our-terms", body="<p>Terms.</p>")
    )

    assert shown(link(page, "terms")) == '<a href="/our-terms/">terms</a>'
    page.unpublish()
    assert shown(link(page, "terms")) == "terms"


def test_documents_and_images_are_asked_for_as_well():
    document, image = DocumentFactory(), ImageFactory()
    rendition = RenditionFactory(image=image)
    text = (
        f'<p><a linktype="document" id="{document.pk}">the notes</a></p>'
        f'<embed embedtype="image" id="{image.pk}" format="left" alt="A map"/>'
    )
    assert shown(text) == "<p>the notes</p>"

    make_record(results=text, listed_to=Level.MEMBERS)

    assert shown(text) == "<p>the notes</p>"
    seen = shown(text, member_of())
    assert f'<p><a href="{document.url}">the notes</a></p>' in seen
    assert 'alt="A map"' in seen
    assert f'src="{rendition.url}"' in seen


@pytest.mark.parametrize(
    "tag",
    [
        "<a linktype='page' id='{pk}'>", '<a id="{pk}" linktype="page">', '<A LINKTYPE="page" ID="{pk}">',
        '<a linktype = "page" id="{pk}">', '<a linktype="page" id="{pk} ">', '<a linktype="page">',
        '<a linktype="page" id="none">', '<a linktype="other" id="{pk}">', '<a id="{pk}" linktype="page" href="/x/">',
    ],
)  # fmt: skip
def test_however_a_link_is_written_it_tells_nothing(tag):
    hidden = make_record(listed_to=Level.MEMBERS)

    assert shown(f"<p>{tag.format(pk=hidden.pk)}words</a> and <i>more</i></p>") == "<p>words and <i>more</i></p>"


def test_what_is_no_link_into_the_portal_stays():
    text = '<p><a href="https://example.org/?linktype=page">out</a> <b>bold</b> <abbr>x</abbr></p>'

    assert shown(text) == text
    assert shown('<embed src="https://example.org/film.swf">') == ""
    assert shown(None) == shown("") == ""


def test_without_a_request_it_is_a_visitors():
    hidden = make_record(listed_to=Level.MEMBERS)

    assert prose({}, link(hidden, "words")) == '<div class="prose">words</div>'


def test_it_asks_once_however_many_links_there_are(django_assert_num_queries):
    def text(number):
        pages = [make_record() for _ in range(number)]
        return "".join(link(page, "words") for page in pages)

    few, many = text(1), text(9)
    shown(few)
    for each in (few, many):
        with django_assert_num_queries(1):
            shown(each)


def test_links_stay_under_the_readers_prefix():
    page, english = make_record(language="ar"), make_record()
    index = english.get_parent()

    with translation.override("fr"):
        assert shown(link(page, "words")) == f'<a href="/fr{page.get_url().removeprefix("/ar")}">words</a>'
        assert shown(link(english, "words")) == f'<a href="/fr{english.get_url()}">words</a>'
        assert shown(link(index, "words")) == '<a href="/fr/case-studies/">words</a>'


@pytest.mark.parametrize(
    "address",
    [
        '"javascript:alert(1)"',
        '"JaVa\tScript:alert(1)"',
        '"&#106;avascript:alert(1)"',
        "javascript:alert(1)",
        '"data:text/html,x"',
    ],
)
def test_no_link_is_one_that_a_browser_would_run(address):
    assert shown(f"<p><a href={address}>words</a></p>") == "<p>words</p>"


@pytest.mark.parametrize("address", ["https://example.org/?a=1&amp;b=2", "mailto:im@example.org", "/terms/", "#part"])
def test_links_out_of_the_portal_stay(address):
    assert shown(f'<p><a href="{address}">words</a> <a id="part">here</a></p>') == (
        f'<p><a href="{address}">words</a> <a id="part">here</a></p>'
    )
