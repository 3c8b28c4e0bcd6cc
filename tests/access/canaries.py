"""Canaries: each text of each record begins with a token of its own, so that whatever shows a text tells on itself."""

import hashlib
import re
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.db import models
from modelcluster.fields import ParentalKey
from taggit.managers import TaggableManager
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField

from portal.access.enums import Zone
from portal.directory.models import Organisation
from portal.records.checks import content_fields
from portal.records.fields import Weight
from portal.records.models import TextRow
from portal.taxonomy.models import SharingRung, Term
from tests.factories.media import DocumentFactory

# Consonants, so that no language's analysis takes an ending off.
LETTERS = "bcdfghjklmnprtvwx"
SHAPE = re.compile(rf"zq[{LETTERS}]{{8}}q", re.IGNORECASE)
PAGE_TEXTS = ("title", "seo_title", "search_description")
OF_NOTHING = {
    "source_id", "links", "tagged_items", "unconfirmed_fields", "is_demo", "code", "merged_into", "frozen_at",
    "frozen_because",
}  # fmt: skip
READ_BY = dict.fromkeys(("name_en", "name_fr", "name_ar", "also_named"), "name")
"""Columns that a field of the table reads under another name."""


@dataclass(frozen=True)
class Token:
    """A word that stands in one field of one record. `zone` None: in no zone, so for nobody to see.

    With `also`, who sees it must know of that record, too: it is said of both. `for_members`: of both they must read
    the zone, and be members or editors. `for_sides`: in no zone; for who speaks for its owner or keeper.
    """

    text: str
    record: str
    field: str
    zone: Zone | None
    is_found: bool = False
    also: str = ""
    for_members: bool = False
    for_sides: bool = False


class Canaries:
    """Makes tokens, the same for the same record and field in every world, and values that begin with them."""

    def __init__(self):
        self.tokens = {}

    def token(self, record, field, zone, is_found=False, also="", for_members=False, for_sides=False):
        """A new token; ValueError for a second one of the same name, which would tell nothing."""
        digest = hashlib.sha256(f"{record}|{field}".encode()).digest()
        text = "zq" + "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:8]) + "q"
        if text in self.tokens:
            raise ValueError(f"two tokens for {record} {field}")
        self.tokens[text] = Token(text, record, field, zone, is_found, also, for_members, for_sides)
        return text

    def values(self, kind, record, shared):
        """Values for every field of a kind's model: of texts a token each, of terms one each that nothing else has.

        `shared` holds what several records have: the organisation that they name.
        """
        names = content_fields(kind.model) | set(PAGE_TEXTS)
        fields = [field for field in kind.model._meta.get_fields() if field.name in names - OF_NOTHING]
        found = {}
        for field in fields:
            zone, is_found = _zone(kind, field.name)
            value = self._value(field, record, field.name, zone, is_found, shared)
            if value is not None:
                found[field.name] = value
        return found

    def _value(self, field, record, path, zone, is_found, shared):
        if field.one_to_many:
            return [self._row(field.related_model, record, path, zone, is_found, shared)]
        if isinstance(field, TaggableManager):
            return [self.token(record, path, zone, is_found)]
        if field.is_relation:
            return self._related(field, record, path, zone, is_found, shared)
        return self._text(field, record, path, zone, is_found)

    def _related(self, field, record, path, zone, is_found, shared):
        model = field.related_model
        if issubclass(model, Term):
            term = self._term(model, record, path, zone, is_found, field.get_limit_choices_to())
            return [term] if field.many_to_many else term
        if model is Organisation:
            return shared["organisation"]
        if model is get_document_model():
            return DocumentFactory(title=self.token(record, path, zone, is_found))
        return None

    def _term(self, model, record, path, zone, is_found, allowed):
        text = self.token(record, path, zone, is_found)
        # A form of sharing that is finer than what is held would be told as another.
        like = model.objects.filter(**allowed).order_by("-pk" if model is SharingRung else "pk").first()
        labels = dict.fromkeys(("label_en", "label_fr", "label_ar"), text)
        return model.objects.create(key=text, attributes=dict(like.attributes) if like else {}, **labels)

    def _text(self, field, record, path, zone, is_found):
        if field.choices or not isinstance(field, models.CharField | models.TextField | models.JSONField):
            return None
        text = self.token(record, path, zone, is_found)
        if isinstance(field, RichTextField):
            return f"<p>{text} words.</p>"
        if isinstance(field, models.EmailField):
            return f"{text}@example.org"
        if isinstance(field, models.URLField):
            return f"https://{text}.example.org/"
        return [f"{text}.example.org"] if isinstance(field, models.JSONField) else f"{text} words"

    def _row(self, model, record, path, zone, is_found, shared):
        left_out = {"id", "sort_order", "translation_key", "locale"}
        values = {}
        for field in model._meta.get_fields():
            if field.name in left_out or field.auto_created or isinstance(field, ParentalKey):
                continue
            in_search = is_found and field.name in getattr(model, "text_fields", ("title", "publisher"))
            value = self._value(field, record, f"{path}.{field.name}", zone, in_search, shared)
            if value is not None:
                values[field.name] = value
        if issubclass(model, TextRow):
            # Sessions have an address by it.
            values["translation_key"] = named_key(record, path)
        return model(**values)


def _zone(kind, name):
    """The zone of a field by its kind's table, and whether search finds its words; None where it has no zone."""
    for field in kind.fields:
        if field.name == READ_BY.get(name, name):
            return field.zone, field.weight > Weight.NONE and field.zone is not Zone.OWNER
    return None, False


def named_key(*parts):
    """A UUID that is the same for the same names in every world."""
    return uuid5(NAMESPACE_URL, "|".join(parts))
