"""The words of a record by weight and zone."""

from dataclasses import dataclass, field

from django.utils.html import strip_tags

from portal.access.enums import Zone
from portal.directory.models import Organisation
from portal.records.fields import Weight
from portal.records.values import as_list
from portal.taxonomy.models import Term

from . import analysis

MOST_WORDS = 30_000
NAME_MARK = "ˆ"
"""Stands before the plain words of a title, which are looked for by their beginning; no analysed word begins so."""
BOUNDARY = "¶"
"""Stands between two texts, so that no phrase reaches from one to the next."""


@dataclass
class Texts:
    """Analysed words in the columns of SearchText."""

    title: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def add(self, weight, found):
        """Adds the words of one text to the column of that weight."""
        column = {Weight.TITLE: self.title, Weight.SUMMARY: self.summary, Weight.BODY: self.body}[weight]
        if found:
            column += [BOUNDARY, *found] if column else found
            del column[MOST_WORDS:]


@dataclass
class RecordTexts:
    """The words of the card, those of card and details, and the prose of the details as people read it."""

    card: Texts = field(default_factory=Texts)
    full: Texts = field(default_factory=Texts)
    prose: list[str] = field(default_factory=list)


def texts_of(kind, records, code="") -> RecordTexts:
    """The texts of a record in all its languages; of terms and organisations every label, once."""
    texts = RecordTexts()
    for number, record in enumerate(records):
        language = _language(record)
        for each in kind.fields:
            if each.weight and each.zone is not Zone.OWNER:
                _add_field(texts, each, record, language, with_labels=number == 0)
    _add(texts, Weight.TITLE, Zone.CARD, analysis.words(code, "en"))
    return texts


def _add_field(texts, each, record, language, with_labels):
    for part, is_label in _parts(each.value(record)):
        if not is_label:
            text = analysis.clean(strip_tags(part))
            _add(texts, each.weight, each.zone, analysis.words(text, language))
            if each.zone is Zone.DETAILS and text:
                texts.prose.append(text)
        elif with_labels:
            text = part
            _add(texts, each.weight, each.zone, label_words(part))
        if each.weight is Weight.TITLE and each.zone is Zone.CARD and (not is_label or with_labels):
            names = [NAME_MARK + word for word in analysis.plain_words(text)]
            texts.card.names += names
            texts.full.names += names


def _add(texts, weight, zone, found):
    if zone is Zone.CARD:
        texts.card.add(weight, found)
    texts.full.add(weight, found)


def _parts(value):
    """Pairs of text and whether it is a label: the same whatever the language of the record."""
    for part in as_list(value):
        if isinstance(part, Term):
            yield from ((label, True) for label in part.search_labels)
        elif isinstance(part, Organisation):
            yield from ((name, True) for name in part.names)
        elif hasattr(part, "texts"):
            yield from (inner for text in part.texts() for inner in _parts(text))
        else:
            yield str(part), False


def label_words(label):
    """The words of a label, whose language is not known, as English and French analysis have them."""
    english = analysis.words(label, "en")
    return english + [word for word in analysis.words(label, "fr") if word not in english]


def _language(record):
    locale = getattr(record, "locale", None)
    return locale.language_code if locale else "en"
