"""That an entry is gone from every way out, asked of the portal itself at this moment, as who must not see it asks.

A visitor's answers come through every layer, kept pages too; members' pages are kept nowhere, so for a plain member the
read model and the rows of access are asked, of which all their pages are made.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.access.enums import Action
from portal.access.policy import can
from portal.core.languages import LANGUAGES, reading_language, under_prefix, without_prefix
from portal.core.own_answers import answer_to_visitor, text_of
from portal.core.page_paths import path_of_page
from portal.desk.my.seen_by import MEMBER
from portal.linkage.ends import ends_for
from portal.records.registry import kind as kind_by_key
from portal.search.engines import engine
from portal.search.query import RecordQuery

PAGE, LIST, SEARCH, FEED, MAP, EXCHANGE, INDEX = "page", "list", "search", "feed", "sitemap", "exchange", "index"
LABELS = {
    PAGE: _("Its page, in each language, and the address by its code"),
    LIST: _("The list of its kind, and the list as a file"),
    SEARCH: _("Search, also as a file"),
    FEED: _("Feeds"),
    MAP: _("The list of addresses for search engines"),
    EXCHANGE: _("“What is exchanged”, and links from other entries"),
    INDEX: _("What members find"),
}
FOUND, NOT_FOUND, FAILED = 200, 404, 400


@dataclass(frozen=True)
class Check:
    """One way out, and whether the entry is gone from it; None: an answer was an error or led elsewhere."""

    way: str
    is_gone: bool | None

    @property
    def label(self):
        return LABELS[self.way]


def checks_of(identity) -> list[Check]:
    """A Check for each way out, asked now."""
    asked = _Asked(identity)
    return [Check(way, _is_gone(list(shows()))) for way, shows in asked.ways().items()]


def _is_gone(answers):
    """Whether none of the answers shows it; what none of them knows is not known."""
    if True in answers:
        return False
    return None if None in answers else True


class _Asked:
    """The questions of one entry. Each is a generator of truths: that some answer still shows it, or None, which says
    nothing."""

    def __init__(self, identity):
        self.identity, self.kind = identity, kind_by_key(identity.kind)
        self.paths = _paths(identity)
        self.words = {"q": _title(identity)}

    def ways(self):
        return {
            PAGE: self.page, LIST: self.list, SEARCH: self.search, FEED: self.feed, MAP: self.map,
            EXCHANGE: self.exchange, INDEX: self.index,
        }  # fmt: skip

    def page(self):
        yield from (_stands(answer_to_visitor(path).status_code) for path in self.paths)

    def list(self):
        name = self.kind.index_path
        yield self._named_in(under_prefix(f"/{name}/"), self.words)
        yield self._named_in(reverse("transfer:list", args=[name, "csv"]), self.words)

    def search(self):
        yield self._named_in(reverse("search:search"), self.words)
        yield self._named_in(reverse("transfer:list", args=["search", "csv"]), self.words)

    def feed(self):
        yield self._named_in(reverse("transfer:list", args=[self.kind.index_path, "atom"]), self.words)
        yield self._named_in(reverse("transfer:list", args=["search", "atom"]), self.words)

    def map(self):
        yield self._named_in(reverse("home:sitemap"))

    def exchange(self):
        yield self._named_in(reverse("exchange:exchange"))
        yield bool(ends_for([self.identity.pk], None)) or bool(ends_for([self.identity.pk], MEMBER))

    def index(self):
        query = RecordQuery(only=(self.identity.pk,))
        yield engine().search(query, MEMBER, reading_language()).total > 0
        yield can(MEMBER, Action.KNOW, self.identity)

    def _named_in(self, path, parameters=None):
        """Whether the answer leads to it or says its code; None when it is no answer. What was searched for is
        repeated, and says neither."""
        answer = answer_to_visitor(path + (f"?{urlencode(parameters)}" if parameters else ""))
        if answer.status_code != FOUND:
            return None
        text = text_of(answer)
        return self.identity.code in text or any(address in text for address in self.paths)


def _stands(status):
    """Whether there is something at an address of its own, by what was answered there."""
    if status == NOT_FOUND:
        return False
    return True if status < FAILED else None


def _paths(identity):
    """Where it stands, under each language, and where its code leads."""
    own = [without_prefix(_path(record)) for record in _versions(identity)]
    addresses = [path for path in (*own, f"/r/{identity.code}") if path]
    return tuple(under_prefix(path, language) for path in addresses for language in LANGUAGES)


def _path(record):
    return path_of_page(record) if isinstance(record, Page) else record.get_absolute_url()


def _title(identity):
    record = _versions(identity).first()
    return getattr(record, "title", "") or str(record)


def _versions(identity):
    """In each of its languages, whether anything of it is published or not."""
    kind = kind_by_key(identity.kind)
    return kind.model._base_manager.filter(**{kind.key_field: identity.key}).order_by("pk")
