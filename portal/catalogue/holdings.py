"""Public holdings as the catalogue reads them, many at a time: only what a visitor may read is in them."""

from django.conf import settings

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.page_paths import path_of_page
from portal.records.citation import licence_of
from portal.search.texts import plain
from portal.taxonomy.kept import kept_terms, terms_with
from portal.taxonomy.models import Licence, Term
from practices.holdings.kind import HOLDING
from practices.holdings.models import DataHoldingPage

from .index import Entry
from .related import Party, Related, related_of


class Holding:
    """A holding for visitors: a field of a zone that they may not read is empty, by the table of its kind."""

    def __init__(self, entry: Entry, identity, versions, related: Related):
        self.entry, self.key, self.code, self.is_open = entry, entry.key, entry.code, entry.is_open
        self._identity, self._related = identity, related
        self._versions, self._page = versions, versions[0]

    def value(self, name: str):
        """What the field holds in the original; None where visitors may not read it."""
        return getattr(self._page, name) if self._is_read(name) else None

    def told(self, name: str) -> list[tuple[str, str]]:
        """Pairs of language and plain text, of each language in which the field says something."""
        if not self._is_read(name):
            return []
        pairs = ((page.locale.language_code, plain(getattr(page, name) or "").strip()) for page in self._versions)
        return [pair for pair in pairs if pair[1]]

    def words(self, name: str) -> str:
        """The plain text of the field in the original."""
        return next((text for _, text in self.told(name)), "")

    def term(self, name: str) -> Term | None:
        """The term that the field names."""
        if not self._is_read(name):
            return None
        field = DataHoldingPage._meta.get_field(name)
        return kept_terms(field.related_model).get(getattr(self._page, field.attname))

    def terms(self, name: str) -> list[Term]:
        """The terms that the field names, in the order of their vocabulary."""
        if not self._is_read(name):
            return []
        return terms_with(DataHoldingPage._meta.get_field(name).related_model, self._related.terms[self._page.pk][name])

    @property
    def title(self) -> str:
        """The title in its own language."""
        return self.words("title")

    @property
    def slug(self) -> str:
        """What its address ends in, in every language."""
        return self._page.slug

    @property
    def language(self) -> str:
        """The code of the language that it was written in."""
        return self._page.locale.language_code

    @property
    def languages(self) -> list[str]:
        """The codes of the languages that it can be read in, its own first."""
        return [page.locale.language_code for page in self._versions]

    @property
    def address(self) -> str:
        """The address of its page, in its own language."""
        return settings.SITE_URL + path_of_page(self._page)

    @property
    def permanent(self) -> str:
        """The address by which it is cited."""
        return f"{settings.SITE_URL}/r/{self.code}"

    @property
    def published_at(self):
        """When it was first published."""
        return self._page.first_published_at

    @property
    def changed_at(self):
        """When it was last published."""
        return self._page.last_published_at

    @property
    def is_demo(self) -> bool:
        """Whether it is a fictional example."""
        return self._page.is_demo

    @property
    def licence(self):
        """The Licence of its text."""
        own = kept_terms(Licence).get(self._page.licence_id)
        return own or licence_of(self._page, self._identity)

    @property
    def tags(self) -> list[str]:
        """Its free words, in its own language."""
        return self._related.tags[self._page.pk] if self._is_read("tags") else []

    @property
    def sources(self):
        """What its text rests on."""
        return self._related.sources[self._page.pk] if self._is_read("sources") else []

    @property
    def parties(self) -> list[Party]:
        """The organisations that have a part in it, with their roles; then who owns and who keeps its text."""
        text_of = [Party(self._related.organisations[pk], role) for role, pk in self._text_parties() if pk]
        return [*self._related.parties[self._page.pk], *text_of]

    def _text_parties(self):
        return (("text_owner", self._identity.owner_id), ("text_keeper", self._identity.custodian_id))

    def _is_read(self, name):
        return self.is_open or HOLDING.field(name).zone is Zone.CARD


def read_holdings(entries: list[Entry]) -> list[Holding]:
    """The Holdings of these entries of the index, which has asked for access, in their order. A constant number of
    queries."""
    keys = [entry.key for entry in entries]
    identities = RecordIdentity.objects.select_related("owner").in_bulk(keys)
    versions = _versions(keys)
    related = related_of([pages[0] for pages in versions.values()], identities.values())
    return [
        Holding(each, identities[each.key], versions[each.key], related) for each in entries if each.key in versions
    ]


def _versions(keys):
    """By key, the published pages of each language, the original, which is the oldest, first."""
    found = {}
    pages = DataHoldingPage.objects.live().filter(translation_key__in=keys).select_related("locale").order_by("pk")
    for page in pages:
        found.setdefault(page.translation_key, []).append(page)
    return found
