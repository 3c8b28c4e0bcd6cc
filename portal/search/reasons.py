"""Why a hit was found, where what was typed does not stand in it as it is shown.

A sentence is made from texts that the reader may read, and from nothing else: a match in what they may not read is no
match for them (statement.py).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.languages import enumerated
from portal.records.facets import FACETS

from .expression import Expression
from .meaning import Meaning, words_of
from .places import Shown
from .stop_words import STOP_WORDS
from .stored_values import stored_values
from .texts import label_words

ISOLATED, ISOLATED_END = "\u2068", "\u2069"
"""Around a name in another direction than the sentence's."""

FOUND_IN = {
    "en": gettext_lazy("Found in its English text"),
    "fr": gettext_lazy("Found in its French text"),
    "ar": gettext_lazy("Found in its Arabic text"),
}
FOUND_THROUGH_IN = {
    "en": gettext_lazy("Found in its English text, through %s"),
    "fr": gettext_lazy("Found in its French text, through %s"),
    "ar": gettext_lazy("Found in its Arabic text, through %s"),
}
NO_WORDS = ("kind", "language")
"""Facets whose labels stand in no text that is searched."""


@dataclass
class Reason:
    """`through` is what stands for what was typed, told with it; `languages` are the codes of those in whose text it
    stands; `words` are to be marked; of the meanings that are `left` nothing stands anywhere."""

    through: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    left: list[Meaning] = field(default_factory=list)

    def __str__(self):
        """The sentence for the row of a list; "" where there is nothing to explain."""
        if not (self.through or self.languages):
            return ""
        names = enumerated(dict.fromkeys(self.through))
        if self.languages:
            return FOUND_THROUGH_IN[self.languages[0]] % names if names else str(FOUND_IN[self.languages[0]])
        return _("Found through %s") % names


def reasons_of(expression: Expression, texts: dict[int, Iterable[list[Shown]]], statement) -> dict[int, Reason]:
    """By the primary keys of documents why they were found: `texts` are those that the reader may read of each in its
    languages, the one that is shown first. The Statement is run again where the texts alone do not tell."""
    reasons, all_texts = {}, {}
    for number, languages in texts.items() if expression else ():
        shown, *others = languages
        all_texts[number] = list(chain(shown, *others))
        reasons[number] = reason_of(expression, shown, list(chain.from_iterable(others)))
    unexplained = [number for number, reason in reasons.items() if len(reason.left) == len(expression.meanings)]
    told = _terms_told(statement, unexplained) if unexplained else {}
    for number in unexplained:
        _say_label(reasons[number], told.get(number, ()))
        if not reasons[number].through:
            _say_name_of_term(reasons[number], all_texts[number])
    return reasons


def reason_of(expression: Expression, shown: list[Shown], others: list[Shown]) -> Reason:
    """Why a hit has the words of an expression. `shown` are the texts that its row shows or leads to, `others` those of
    the same entry in other languages."""
    reason = Reason(words=words_of(expression.asked))
    for meaning in expression.meanings:
        items = meaning.asked or meaning.items
        if all(_stands(item, shown) for item in items):
            continue
        if place := _other_name(meaning.others, shown):
            _tell(reason, *place, meaning.typed)
        elif language := _language_with(items, others):
            reason.languages.append(language)
        elif place := _other_name(meaning.others, others):
            reason.languages.append(place[0].language)
            _tell(reason, *place, meaning.typed)
        else:
            reason.left.append(meaning)
    return reason


def _terms_told(statement, documents):
    """By the primary keys of documents, the terms that the reader may see them to have."""
    stored, found = stored_values(), defaultdict(list)
    rows = statement.run(
        "SELECT f.document_id, f.value_id FROM search_recordfacet f "
        f"WHERE f.document_id IN ({statement.names('unexplained', documents)}) AND {statement.told()}"
    )
    for document, number in rows:
        value = stored.get(number)
        # A value that is a record is told to those only who may know of that one.
        if value and not value.record and value.facet not in NO_WORDS:
            found[document].append(value)
    return {
        document: sorted(values, key=lambda value: (value.facet, value.value)) for document, values in found.items()
    }


def _say_label(reason, values):
    """Says by which label of the values a hit was found."""
    for meaning in reason.left:
        if value := next((value for value in values if _is_labelled(value, meaning)), None):
            names = {"name": _isolated(value.label), "what": FACETS[value.facet]}
            reason.through.append(_("“%(name)s” (%(what)s)") % names)


def _say_name_of_term(reason, texts):
    """Says by which label in another language, as it stands in one of the texts, the hit was found."""
    for meaning in reason.left:
        if place := _other_name(meaning.labels, texts):
            _tell(reason, *place, meaning.typed)


def _is_labelled(value, meaning):
    labels = [label_words(label) for label in value.labels.values()]
    return any(meaning.stands_in(words) or _are_all_in(words, meaning.items) for words in labels)


def _are_all_in(words, items):
    return bool(items) and all(item.stands_in(words) for item in items)


def _stands(item, texts):
    return any(text.first(item) for text in texts)


def _other_name(ways, texts):
    """The text, the way and its words of the first other name that stands in one of the texts; None where none does."""
    for text in texts:
        for way in ways:
            if all(found := [text.first(item) for item in way]):
                return text, way, " ".join(found)
    return None


def _language_with(items, texts):
    for language in dict.fromkeys(text.language for text in texts):
        own = [text for text in texts if text.language == language]
        if items and all(map(partial(_stands, texts=own), items)):
            return language
    return None


def _tell(reason, text, way, found, typed):
    reason.words |= words_of(way) - STOP_WORDS
    names = {"name": _isolated(found), "typed": _isolated(typed)}
    is_label = any(item.is_label for item in way)
    said = _("“%(name)s” (also called: %(typed)s)") if is_label else _("“%(name)s” (glossary: %(typed)s)")
    reason.through.append(said % names)


def _isolated(text):
    return f"{ISOLATED}{text}{ISOLATED_END}"
