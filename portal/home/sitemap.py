"""The addresses that a visitor may know of, in every language they exist in."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Locale, Page

from portal.access.models import RecordIdentity
from portal.core.page_paths import path_of_page
from portal.home.navigation import has_view
from portal.records.models import RecordPage
from portal.records.registry import kinds

VIEWS = (
    "/organisations/", "/glossary/", "/lessons/", "/questions/", "/countries/", "/exchange/", "/exchange/withheld/",
    "/exchange/barriers/", "/exchange/platforms/", "/imsma/", "/progress/", "/outputs/", "/actions/",
)  # fmt: skip
"""Views that are no pages and that everybody may open; listed as soon as they exist."""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


@dataclass(frozen=True)
class Entry:
    """One address; `others` are the same page in each language it is really translated to, itself included."""

    url: str
    changed_on: date | None = None
    others: dict[str, str] = field(default_factory=dict)

    def __str__(self):
        changed = f"<lastmod>{self.changed_on}</lastmod>" if self.changed_on else ""
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(url)}/>'
            for code, url in sorted(self.others.items())
        )
        return f"<url><loc>{escape(self.url)}</loc>{changed}{links}</url>"


def sitemap():
    """The text of sitemap.xml; what a visitor may not know of is not in it."""
    entries = [*_view_entries(), *_page_entries(), *_other_records()]
    return "\n".join([HEAD, *map(str, sorted(entries, key=lambda entry: entry.url)), "</urlset>\n"])


def _view_entries():
    for path in filter(has_view, VIEWS):
        others = {
            code: settings.SITE_URL + ("" if code == settings.LANGUAGE_CODE else f"/{code}") + path
            for code, _ in settings.LANGUAGES
        }
        for url in others.values():
            yield Entry(url, None, others)


def _page_entries():
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    visible = RecordPage.objects.visible_to(AnonymousUser()).values("pk")
    pages = Page.objects.live().filter(depth__gt=1)
    # Wagtail's page privacy decides about all pages but records (docs/decisions/0001-one-identity-row.md).
    pages = pages.public().exclude(pk__in=RecordPage.objects.values("pk")) | pages.filter(pk__in=visible)
    versions = defaultdict(dict)
    dates = {}
    for page in pages:
        if path := path_of_page(page):
            url = settings.SITE_URL + path
            versions[page.translation_key][languages[page.locale_id]] = url
            dates[url] = page.last_published_at and page.last_published_at.date()
    for each in versions.values():
        for url in each.values():
            yield Entry(url, dates[url], each if len(each) > 1 else {})


def _other_records():
    """Records that are no pages (organisations): one address, which answers in each language."""
    for kind in kinds():
        if not issubclass(kind.model, Page):
            visible = RecordIdentity.objects.visible_to(AnonymousUser()).filter(kind=kind.key)
            for record in kind.live().filter(key__in=visible.values("key")):
                yield Entry(settings.SITE_URL + record.get_absolute_url())
