"""A record of any kind with much of everything on its page, and as much around it."""

from datetime import date
from itertools import pairwise

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.models import Locale, Page, TranslatableMixin

from portal.directory.models import Organisation
from portal.records.checks import content_fields
from portal.records.models import RecordLink
from portal.records.registry import kind as kind_of_key
from portal.records.registry import kinds
from portal.taxonomy.models import LinkKind, Term
from tests.access.naming import naming_fields
from tests.factories.actions import make_action
from tests.factories.media import DocumentFactory
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record

LEFT_OUT = {
    "id",
    "sort_order",
    "translation_key",
    "locale",
    "source_id",
    "is_demo",
    "links",
    "tagged_items",
    "unconfirmed_fields",
}
CAME_OF = "results_from"
SAID = {
    "event": {"starts_on": date(2026, 3, 28)},
    "holding": {"basis": "public_sources"},
    "need": {"refused_reason": None},
}
"""What must be said of a kind in a certain way."""


class Filler:
    """Values for the fields and rows of a record, `number` of what there can be many of. Its texts name `page`."""

    def __init__(self, number, page=None):
        self.number = number
        self.document = DocumentFactory()
        link = f'<a linktype="page" id="{page.pk}">there</a> ' if page else ""
        self.prose = f'<p>{link}<a linktype="document" id="{self.document.pk}">notes</a> words</p>'

    def values(self, kind):
        """By name, values for every field of a kind's model."""
        names = content_fields(kind.model) - LEFT_OUT
        found = {each.name: self._value(each) for each in kind.model._meta.get_fields() if each.name in names}
        return {name: value for name, value in found.items() if value is not None}

    def row(self, model, **given):
        """An unsaved row of a record, with everything that it can say."""
        own = [each for each in model._meta.concrete_fields if each.name not in LEFT_OUT]
        found = {each.name: self._value(each) for each in own if not isinstance(each, ParentalKey)}
        found = {name: value for name, value in found.items() if value is not None and f"{name}_id" not in given}
        if issubclass(model, TranslatableMixin):
            given["locale"] = Locale.objects.get(language_code="en")
        return model(**found | given)

    def _value(self, field):
        if field.one_to_many:
            return [self.row(field.related_model) for _ in range(self.number)]
        if field.is_relation:
            return self._related(field)
        if field.choices:
            return str(field.choices[0][0])
        if isinstance(field, RichTextField):
            return self.prose
        if isinstance(field, models.URLField):
            return "https://example.org/"
        if isinstance(field, models.EmailField):
            return "mailbox@example.org"
        return "Words" if isinstance(field, models.CharField | models.TextField) else None

    def _related(self, field):
        model = field.related_model
        if issubclass(model, Term):
            terms = list(model.objects.complex_filter(field.get_limit_choices_to()).order_by("pk")[: self.number])
            return terms if field.many_to_many else (terms[0] if terms else None)
        if model is Organisation:
            return [OrganisationFactory()] if field.many_to_many else OrganisationFactory()
        return self.document if model is get_document_model() else None


def make_full(kind, number, page=None):
    """A public record of a kind with something in every field and row; `page` is named in its texts."""
    filler = Filler(number, page)
    if kind.key == "organisation":
        return OrganisationFactory()
    if kind.key == "action":
        return make_action()
    return make_record(kind.model, **{**filler.values(kind), **SAID.get(kind.key, {}), "title": f"The {kind.key}"})


def _plain(kind):
    made = {"organisation": OrganisationFactory, "action": make_action}.get(kind.key)
    return made() if made else make_record(kind.model, title=f"Another {kind.key}", **SAID.get(kind.key, {}))


class Surroundings:
    """`most` entries of every kind, and a chain of entries that may lead to another one and on from there."""

    BEFORE = ("event", "idea", "practice", "flow", "case_study", "output")
    AFTER = ("practice", "agreement", "event", "holding", "need", "platform")

    def __init__(self, most):
        self.page = make_record(title="Named in texts")
        self.others = {kind.key: [_plain(kind) for _ in range(most)] for kind in kinds()}
        self.before = self._chain(self.BEFORE)
        self.after = self._chain(self.AFTER)

    def _chain(self, keys):
        records = [_plain(kind_of_key(key)) for key in keys]
        for earlier, later in pairwise(records):
            link(later, earlier, CAME_OF)
        return records

    def around(self, record, kind, number):
        """Puts `number` of the entries of every kind around a record, linked and named both ways, and it into the
        chain."""
        others = [each for some in self.others.values() for each in some[:number]]
        for other in others:
            for one, two, said in ((other, record, CAME_OF), (record, other, "evidences")):
                link(one, two, said)
        link(record, self.before[-1], CAME_OF)
        link(self.after[0], record, CAME_OF)
        for its, end, allowed in naming_fields():
            if allowed == kind:
                for other in self.others[its.key][:number]:
                    point(other, end.name, [record])
            if its == kind:
                named = self.before[-1:] if allowed.key == "output" else self.others[allowed.key][:number]
                point(record, end.name, named)


def link(record, target, said):
    """A link of a record, where it is a page, to another one."""
    if isinstance(record, Page):
        kind = LinkKind.objects.get(key=said)
        RecordLink.objects.create(record_id=record.pk, kind=kind, target_id=target.key)


def point(record, name, targets):
    """Names records in that field of another one: in one, the first; in rows, one each."""
    rows, _, field = name.rpartition(".")
    if rows:
        relation = record._meta.get_field(rows)
        for target in targets:
            filler = Filler(1)
            filler.row(
                relation.related_model, **{f"{field}_id": target.key, f"{relation.field.name}_id": record.pk}
            ).save()
    elif record._meta.get_field(field).many_to_many:
        getattr(record, field).add(*[target.key for target in targets])
    else:
        type(record).objects.filter(pk=record.pk).update(**{field: targets[0].key})
