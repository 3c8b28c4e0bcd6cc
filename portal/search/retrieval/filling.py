"""Texts that are no records, written as the projection writes records: documents without pages
and identities, in a store that asks for none (stores.py)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import batched
from uuid import UUID, uuid5

from django.db import transaction

from portal.access.enums import Zone
from portal.core.codes import CROCKFORD
from portal.records.fields import Weight
from portal.records.registry import kinds
from portal.search import analysis
from portal.search.documents import Card, Document
from portal.search.enums import View
from portal.search.facet_values import Value, kind_value
from portal.search.lengths import levelled
from portal.search.projection import BATCH, tidy, write
from portal.search.texts import NAME_MARK, RecordTexts, Texts

SPACE = UUID("6d2c1e0a-3f5b-4b9e-9d59-0d4c6f1f6a11")
CODE_PLACES = 8


@dataclass(frozen=True)
class Text:
    """A public text: `values` are the facet values of its card."""

    key: str
    title: str
    body: str
    language: str
    summary: str = ""
    values: tuple[Value, ...] = ()

    @property
    def identity(self) -> UUID:
        """The key of the identity that a record would have."""
        return uuid5(SPACE, self.key)


def fill(texts: Iterable[Text]) -> int:
    """Writes the texts in the tables of search; returns how many. What usual lengths are is told by these texts."""
    made = [(text, words_of_text(text)) for text in texts]
    usual = usual_of([words for _, words in made])
    for batch in batched(enumerate(made), BATCH):
        documents = {text.identity: document_of(number, text, words, usual) for number, (text, words) in batch}
        with transaction.atomic():
            write(documents, is_forced=True)
    tidy()
    return len(made)


def usual_of(made: list[Texts]) -> int:
    """How many words the usual one of these has."""
    return max(1, sum(sum(map(len, vars(words).values())) for words in made) // max(1, len(made)))


def words_of_text(text: Text) -> Texts:
    """The analysed words of a text, by column."""
    words = RecordTexts().full
    for weight, part in ((Weight.TITLE, text.title), (Weight.SUMMARY, text.summary), (Weight.BODY, text.body)):
        words.add(weight, analysis.words(analysis.clean(part), text.language))
    for value in text.values:
        words.add(Weight.BODY, analysis.words(value.labels[0], text.language))
    words.names += [NAME_MARK + word for word in analysis.plain_words(text.title)]
    return words


def document_of(number: int, text: Text, words, usual: int) -> Document:
    """The document of a text, where a usual one is so many words long."""
    code = f"BR-{''.join(CROCKFORD[number // 32**place % 32] for place in reversed(range(CODE_PLACES)))}"
    kind, day, levels = kinds()[0].key, date.min, dict.fromkeys(("listed_rank", "details_rank"), 0)
    card = Card(text.language, text.title[:255], text.summary, f"/{text.key}/", {}, {}, text.body)
    filled = levelled(words, usual)
    return Document(
        kind=kind, code=code, language=text.language, sort_title=text.title.casefold()[:200], years=(None, None),
        published_on=day, updated_on=day, takes_place_on=None, is_demo=False, version=1, cards=(card,),
        values=tuple((value, Zone.CARD) for value in (*text.values, _first_kind())), audiences=(),
        texts={View.PUBLIC: filled, View.MEMBERS: filled}, **levels,
    )  # fmt: skip


@cache
def _first_kind():
    return kind_value(kinds()[0])
