"""The values by which a record can be filtered: of a term also the broader ones."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Choices
from django.utils import translation
from django.utils.translation import get_language_info
from taggit.models import TagBase

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import LANGUAGES
from portal.directory.models import Organisation
from portal.records.registry import kind as kind_by_key
from portal.taxonomy.models import Term
from portal.taxonomy.tree import tree_of

LONGEST_VALUE = 120


@dataclass(frozen=True)
class Value:
    """One row of FacetValue; `labels` are in the order of LANGUAGES.

    `record` is the key of a value that is a record itself: it is told to those who may know of that record.
    """

    facet: str
    value: str
    labels: tuple[str, ...]
    record: UUID | None = None


def values_of(kind, versions) -> list[tuple[Value, Zone]]:
    """The values of a record with the zone that tells them; one that card and details tell is of the card."""
    values = {kind_value(kind): Zone.CARD}
    for version in versions:
        if version.language:
            values[language_value(version.language)] = Zone.CARD
    for field in kind.fields:
        if field.facet and field.zone is not Zone.OWNER:
            for part in versions[0].values[field.name]:
                for value in _values(field.facet, part):
                    values[value] = min(field.zone, values.get(value, field.zone))
    return list(values.items())


def kind_value(kind):
    """The value of the facet `kind`, which every record has."""
    return Value("kind", kind.key, _in_each_language(kind.label_plural))


def language_value(code):
    """The value of the facet `language`: one a language in which the record can be read."""
    labels = []
    for language in LANGUAGES:
        with translation.override(language):
            labels.append(str(get_language_info(code)["name_translated"]))
    return Value("language", code, tuple(labels))


def _in_each_language(text):
    labels = []
    for language in LANGUAGES:
        with translation.override(language):
            labels.append(str(text))
    return tuple(labels)


def _values(facet, part):
    if isinstance(part, Term):
        for node in tree_of(type(part)).ancestors(part.pk):
            yield Value(facet, node.key, tuple(label or node.labels[0] for label in node.labels))
    elif isinstance(part, Organisation):
        names = (part.name_en, part.name_fr or part.name_en, part.name_ar or part.name_en)
        yield Value(facet, part.slug, tuple(map(part.with_acronym, names)), part.key)
    elif isinstance(part, RecordIdentity):
        yield from _record_values(facet, part)
    elif isinstance(part, TagBase):
        yield Value(facet, part.slug[:LONGEST_VALUE], (part.name,) * len(LANGUAGES))
    elif isinstance(part, Choices):
        yield Value(facet, part.value, _in_each_language(part.label))
    else:
        yield Value(facet, str(part)[:LONGEST_VALUE], (str(part),) * len(LANGUAGES))


def _record_values(facet, identity):
    """The value that a published record is: its slug and its titles."""
    pages = list(kind_by_key(identity.kind).live().filter(translation_key=identity.key).select_related("locale"))
    if pages:
        titles = {page.locale.language_code: page.title for page in pages}
        labels = tuple(titles.get(language) or pages[0].title for language in LANGUAGES)
        yield Value(facet, pages[0].slug[:LONGEST_VALUE], labels, identity.key)
