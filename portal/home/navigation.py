"""The menu, the languages and the fixed addresses of every page, for the template `base.html`.

Nothing here reads the database or the session for a visitor, so error pages and visitors' pages may use it.
An entry is shown once its address exists: the menu never leads nowhere. Of an address with a view of its own the URL
patterns know it; a page of Wagtail's tree says so itself, with `is_page`.
"""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from django.conf import settings
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext_lazy as _

from portal.access.readers import reader_of, takes_part


@dataclass(frozen=True, eq=False)
class Entry:
    """A page of the menu. `path` is its address in English, without the prefix of a language. There is one of each, so
    that what is made of it can be kept by it; by its words it would be another one in each language."""

    label: str | Promise
    path: str
    is_page: bool = False
    for_members: bool = False
    for_newcomers: bool = False
    """Not shown to who is of the community already."""

    @property
    def exists(self):
        return self.is_page or has_view(self.path)


@cache
def has_view(path):
    """Whether a view of its own answers `path` in English; Wagtail's answers whatever is left, often with 404."""
    with override(settings.LANGUAGE_CODE):
        try:
            return resolve(path).url_name != "wagtail_serve"
        except Resolver404:
            return False


@dataclass(frozen=True)
class Section:
    """One of the six entries; it leads to its first page that exists."""

    label: str | Promise
    entries: tuple[Entry, ...]


MENU = (
    Section(
        _("Who has what"),
        (
            Entry(_("Who has what, who needs what"), "/exchange/"),
            Entry(_("Data holdings"), "/holdings/", is_page=True),
            Entry(_("Data needs"), "/needs/", is_page=True),
            Entry(_("Data flows"), "/flows/", is_page=True),
            Entry(_("Platforms"), "/platforms/", is_page=True),
            Entry(_("Agreements"), "/agreements/", is_page=True),
            Entry(_("What part of IMSMA"), "/imsma/"),
            Entry(_("What is withheld"), "/exchange/withheld/"),
        ),
    ),
    Section(_("Countries"), (Entry(_("All countries"), "/countries/"),)),
    Section(
        _("Cases and practices"),
        (
            Entry(_("Case studies"), "/case-studies/", is_page=True),
            Entry(_("Practices"), "/practices/", is_page=True),
            Entry(_("Lessons"), "/lessons/"),
            Entry(_("Compare"), "/compare/"),
            Entry(_("Glossary"), "/glossary/"),
        ),
    ),
    Section(_("Partnerships"), (Entry(_("Partnership ideas"), "/partnerships/", is_page=True),)),
    Section(
        _("Workshops and actions"),
        (
            Entry(_("The six questions"), "/questions/"),
            Entry(_("Events"), "/events/", is_page=True),
            Entry(_("Outputs"), "/outputs/", is_page=True),
            Entry(_("Follow-up actions"), "/actions/"),
            Entry(_("Progress"), "/progress/"),
        ),
    ),
    Section(
        _("Community"),
        (
            Entry(_("About the community"), "/about/", is_page=True),
            Entry(_("Organisations"), "/organisations/"),
            Entry(_("Terms of reference"), "/terms-of-reference/", is_page=True),
            Entry(_("Members"), "/members/", for_members=True),
            Entry(_("Join"), "/join/", for_newcomers=True),
            Entry(_("Contact"), "/contact/"),
        ),
    ),
)
FOOTER = (
    Entry(_("About"), "/about/", is_page=True),
    Entry(_("Why you can trust this"), "/trust/", is_page=True),
    Entry(_("Terms of use"), "/terms/", is_page=True),
    Entry(_("Privacy"), "/privacy/", is_page=True),
    Entry(_("Accessibility"), "/accessibility/", is_page=True),
    Entry(_("Take the portal with you"), "/offline/"),
)
CONTRIBUTE = Entry(_("Contribute"), "/contribute/")
MY_WORK = Entry(_("My work"), "/my/")
SHARE = (
    Entry(_("Share a case"), "/contribute/case-studies/"),
    Entry(_("List what we hold"), "/contribute/holdings/"),
    Entry(_("Say what we need"), "/contribute/needs/"),
    Entry(_("Propose a partnership"), "/contribute/partnerships/"),
)


@dataclass(frozen=True)
class Link:
    """An address as a template prints it."""

    label: str | Promise
    url: str
    is_current: bool = False
    links: tuple["Link", ...] = ()


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language, named in that language."""

    code: str
    label: str
    url: str
    absolute_url: str
    is_current: bool


class Navigation:
    """What `base.html` needs of the request; each part is made when the template asks for it."""

    def __init__(self, request):
        self.request = request

    @cached_property
    def prefix(self):
        """What stands before every address in the reader's language: nothing in English, else "/fr" or "/ar"."""
        code = get_language() or settings.LANGUAGE_CODE
        return "" if code == settings.LANGUAGE_CODE else f"/{code}"

    @property
    def home_url(self):
        return f"{self.prefix}/"

    @property
    def search_url(self):
        return f"{self.prefix}/search/"

    @property
    def origin(self):
        """Scheme and host, before addresses that must be absolute (canonical ones)."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    @cached_property
    def menu(self):
        """The six entries, each with the pages of it that exist."""
        sections = ((section, self._links(section.entries)) for section in MENU)
        return tuple(
            Link(section.label, links[0].url, any(link.is_current for link in links), links)
            for section, links in sections
            if links
        )

    @cached_property
    def section(self):
        """The entry that the page belongs to, or None."""
        return next((link for link in self.menu if link.is_current), None)

    @cached_property
    def footer(self):
        return self._links(FOOTER)

    @cached_property
    def share(self):
        """The four ways to contribute, on the home page."""
        return self._links(SHARE)

    @cached_property
    def contribute(self):
        return self._only(CONTRIBUTE)

    @cached_property
    def my_work(self):
        return self._only(MY_WORK)

    @cached_property
    def editing_url(self):
        """The admin, for those who may enter it; empty for everybody else."""
        user = getattr(self.request, "user", None)
        return reverse("wagtailadmin_home") if user and reader_of(user).is_editor else ""

    @property
    def contact(self):
        """The team's mailbox; "" where there is none."""
        return settings.SITE_CONTACT

    @cached_property
    def languages(self):
        """The page in each language; where it has no other address (sign-in), the home page in that language."""
        here, current = self.request.get_full_path(), get_language()
        links = []
        for code, _name in settings.LANGUAGES:
            url = here if code == current else self._in(code, current)
            name = get_language_info(code)["name_local"].capitalize()
            absolute_url = self.request.build_absolute_uri(url)
            links.append(LanguageLink(code, name, url, absolute_url, code == current))
        return links

    def _in(self, code, current):
        path, mark, query = self.request.get_full_path().partition("?")
        there = _path_in(code, path, current)
        if there == path:
            return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
        return there + mark + query

    def _links(self, entries):
        shown = tuple(entry for entry in entries if entry.exists and self._is_for_reader(entry))
        current = [entry for entry in shown if self._here.startswith(entry.path)]
        return _links_of(shown, self.prefix, max(current, key=lambda entry: len(entry.path), default=None))

    def _is_for_reader(self, entry):
        if not (entry.for_members or entry.for_newcomers):
            return True
        return entry.for_members == self.is_member

    @cached_property
    def is_member(self):
        """Whether a member or an editor reads, in a preview also who would. Visitors' pages read nothing for it."""
        return takes_part(getattr(self.request, "user", None))

    @cached_property
    def _here(self):
        """The address without the prefix of the reader's language; "" where it is not under it."""
        path = self.request.path
        return path[len(self.prefix) :] if path.startswith(self.prefix) else ""

    def _only(self, entry):
        return next(iter(self._links((entry,))), None)


@cache
def _links_of(entries, prefix, nearest):
    """Their Links under a prefix, of which the nearest is marked: there are few, and every page asks for all."""
    return tuple(Link(entry.label, prefix + entry.path, entry is nearest) for entry in entries)


@lru_cache(maxsize=1_000)
def _path_in(code, path, _current):
    """The path of the same page in another language: itself where it has no other. What a path leads to depends on the
    language of now."""
    return translate_url(path, code)


def navigation(request):
    """Context processor: `navigation` for every template that is rendered with a request."""
    return {"navigation": Navigation(request)}
