"""What to try where words found nothing: terms and words of the glossary that they name, also by an acronym."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.languages import reading_language
from portal.records.registry import kinds
from portal.taxonomy.queries import glossary_entries

from .analysis import clean, plain_words
from .audience import visible_to
from .engines import engine
from .expression import parse
from .query import RecordQuery, facet_labels
from .suggestions import MOST_CHARACTERS, MOST_TERMS, terms_named
from .synonyms import synonyms

MOST_ENTRIES = 3


@dataclass(frozen=True)
class Offer:
    """A text to show and the address that it leads to."""

    text: str
    url: str


def offers_for(text, user) -> list[Offer]:
    """Offers for the words of a search: what entries can be filtered by, as far as `user` may see that some entry has
    it, then words of the glossary."""
    words = plain_words(clean(text, MOST_CHARACTERS))
    return [*_filters(words, user), *_explained(words, user)] if words else []


def beginnings_for(text, user) -> list[Offer]:
    """What `user` can begin with words that found nothing: of each kind what it offers (Kind.first_words)."""
    text = clean(text, MOST_CHARACTERS).strip()
    return [Offer(*kind.first_words(text, user)) for kind in kinds() if kind.first_words] if text else []


def _filters(words, user):
    labels, search = facet_labels(), reverse("search:search")
    for value in terms_named(words, visible_to(user), is_whole=True)[:MOST_TERMS]:
        named = _("%(facet)s: %(value)s") % {"facet": labels[value.facet], "value": value.label}
        yield Offer(named, f"{search}?{urlencode({value.facet: value.value})}")


def _explained(words, user):
    found = [entry for entry in glossary_entries(reading_language()) if _is_named(entry, words)]
    for entry in found[:MOST_ENTRIES]:
        if plain_words(entry.term) != words and _is_found(entry.term, user):
            url = f"{reverse('search:search')}?{urlencode({'q': entry.term})}"
            yield Offer(_("Search for “%s”") % entry.term, url)
        url = f"{reverse('desk:glossary')}?{urlencode({'q': entry.term})}"
        yield Offer(_("“%s” in the glossary") % entry.term, url)


def _is_found(text, user):
    query = RecordQuery(text=text, expression=parse(text, synonyms()), page_size=1)
    result = engine().search(query, user, reading_language())
    return bool(result.total) and not result.any_word


def _is_named(entry, words):
    return any(plain_words(name) == words for name in entry.names)
