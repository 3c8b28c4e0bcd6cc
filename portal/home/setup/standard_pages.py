"""The texts of the community in three languages, as first versions: what an editor has changed since is left alone."""

from pathlib import Path

from portal.home.models import StandardPage

FOLDER = Path(__file__).resolve().parents[1] / "content" / "pages"
SLUGS = ("about", "terms-of-reference", "trust", "terms", "privacy", "accessibility")


def set_up_standard_pages(homes):
    """A StandardPage of each slug below each of the home pages, the English one first; existing ones stay as they are.

    A file holds the title, the summary, an empty line and the text.
    """
    for slug in SLUGS:
        original = None
        for home in homes:
            original = _page(home, slug, original) or original


def _page(home, slug, original):
    """The page of that slug below `home`; one that is missing becomes a translation of `original`."""
    home.refresh_from_db()
    if found := StandardPage.objects.child_of(home).filter(slug=slug).first():
        return found
    title, summary, body = _text(home.locale.language_code, slug)
    page = StandardPage(title=title, slug=slug, summary=summary, body=body, locale=home.locale)
    if original:
        page.translation_key = original.translation_key
    return home.add_child(instance=page)


def _text(language, slug):
    head, _, body = (FOLDER / language / f"{slug}.html").read_text().partition("\n\n")
    title, _, summary = head.partition("\n")
    return title, summary, body.strip()
