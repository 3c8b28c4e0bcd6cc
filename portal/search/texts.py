"""The words of a record by weight and zone."""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache, partial

from django.utils.html import strip_tags

from portal.access.enums import Zone
from portal.directory.models import Organisation
from portal.records.fields import Weight
from portal.taxonomy.models import Term
from portal.taxonomy.tree import tree_of

from . import analysis

MOST_WORDS = 30_000
NAME_MARK = "ˆ"
"""Stands before the plain words of a title, which are looked for by their beginning; no analysed word begins so."""
BOUNDARY = "¶"
"""Stands between two texts, so that no phrase reaches from one to the next."""
BLOCK = re.compile(r"</?(?:p|li|ul|ol|h\d|br|hr|div|tr|td|th|blockquote)\b[^>]*>", re.IGNORECASE)


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
    """The words of the card, those of card and details, and of each version the prose of its details, to be read."""

    card: Texts = field(default_factory=Texts)
    full: Texts = field(default_factory=Texts)
    prose: list[list[str]] = field(default_factory=list)

    def add_broader(self, zone, found):
        """Adds words by which the record is found and not ranked: no score counts the column of names."""
        for texts in (self.card, self.full) if zone is Zone.CARD else (self.full,):
            texts.names += [BOUNDARY, *found]

    def add(self, weight, zone, found):
        """Adds the words of one text: what is on the card is also found by who may read more."""
        if zone is Zone.CARD:
            self.card.add(weight, found)
        self.full.add(weight, found)


def texts_of(kind, versions, identity, openness) -> RecordTexts:
    """The texts of a record in all its languages; of terms every label, of organisations the names, once. What it names
    gives words as far as the Openness says."""
    texts = RecordTexts()
    for version in versions:
        texts.prose.append([])
        for each in kind.fields:
            if each.weight and each.zone is not Zone.OWNER:
                for part in openness.parts(each, version, identity):
                    names = partial(openness.names, identity=identity, zone=each.zone)
                    _add_part(texts, each, part, version.language, names, is_first=version is versions[0])
    texts.add(Weight.TITLE, Zone.CARD, analysis.words(identity.code, "en"))
    return texts


def _add_part(texts, each, part, language, names_of, is_first):
    if labels := _labels(part, names_of):
        # The same in all versions.
        for label in labels if is_first else ():
            texts.add(each.weight, each.zone, label_words(label))
        for label in _broader_labels(part) if is_first else ():
            texts.add_broader(each.zone, label_words(label))
    elif hasattr(part, "texts"):
        for text in part.texts():
            _add_part(texts, each, text, language, names_of, is_first)
    else:
        text = plain(str(part))
        texts.add(each.weight, each.zone, analysis.words(text, language) if language else list(label_words(text)))
        if each.zone is Zone.DETAILS:
            texts.prose[-1].append(text)
        if each.weight is Weight.TITLE and each.zone is Zone.CARD:
            names = [NAME_MARK + word for word in analysis.plain_words(text)]
            texts.card.names += names
            texts.full.names += names


def _broader_labels(part):
    """The labels of the terms above one, of the same vocabulary: what is asked for more broadly is found, too."""
    if not isinstance(part, Term) or not part.parent_id:
        return ()
    above = tree_of(type(part)).ancestors(part.parent_id)
    return dict.fromkeys(label for node in above for label in node.labels if label)


def _labels(part, names_of):
    if isinstance(part, Term):
        return part.search_labels
    return names_of(part) if isinstance(part, Organisation) else ()


@lru_cache(maxsize=20_000)
def label_words(label: str) -> tuple[str, ...]:
    """The words of a label, whose language is not known, as English and French analysis have them."""
    english = analysis.words(label, "en")
    return (*english, *(word for word in analysis.words(label, "fr") if word not in english))


def plain(text):
    """Rich text as people read it, each paragraph and item on a line of its own; other text stays as it is but for
    what no reader sees."""
    if "<" in text or "&" in text:
        lines = html.unescape(strip_tags(BLOCK.sub("\n", " ".join(text.split())))).split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines if line.strip())
    return analysis.clean(text)
