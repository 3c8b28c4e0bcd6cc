"""What belongs to many holdings beside their own columns: terms, tags, organisations, sources, each in one query."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce

from django.db.models import F, Value

from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation, RecordSource, TaggedRecord
from portal.records.stored_rows import terms_of
from practices.holdings.models import DataHoldingPage


@dataclass(frozen=True)
class Party:
    """An organisation and its part in a holding, by the key of the role."""

    organisation: Organisation
    role: str


@dataclass
class Related:
    """By primary key of a page; `organisations` by their own."""

    terms: dict[int, dict[str, set[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    tags: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    parties: dict[int, list[Party]] = field(default_factory=lambda: defaultdict(list))
    sources: dict[int, list[RecordSource]] = field(default_factory=lambda: defaultdict(list))
    organisations: dict[int, Organisation] = field(default_factory=dict)


def related_of(pages, identities) -> Related:
    """What belongs to these pages, and the organisations that own or keep their texts, as `identities` say."""
    found, pks = Related(), [page.pk for page in pages]
    for name, page, term in term_pairs(pks):
        found.terms[page][name].add(term)
    for page, tag in tag_rows(pks):
        found.tags[page].append(tag)
    for source in RecordSource.objects.filter(record__in=pks).order_by("sort_order", "pk"):
        found.sources[source.record_id].append(source)
    _add_organisations(found, pks, identities)
    return found


def _add_organisations(found, pks, identities):
    rows = list(party_rows(pks))
    wanted = {organisation for _, organisation, _ in rows}
    wanted |= {pk for each in identities for pk in (each.owner_id, each.custodian_id) if pk}
    found.organisations = Organisation.objects.in_bulk(wanted)
    for page, organisation, role in rows:
        found.parties[page].append(Party(found.organisations[organisation], role))


def tag_rows(pks):
    """Pairs of page and free word."""
    return TaggedRecord.objects.filter(content_object__in=pks).order_by("pk").values_list("content_object", "tag__name")


def party_rows(pks):
    """Triples of page, organisation and key of its role, in the order in which they were given."""
    rows = RecordOrganisation.objects.filter(record__in=pks).order_by("record", "sort_order", "pk")
    return rows.values_list("record", "organisation", "role__key")


def term_pairs(pks):
    """Triples of the name of a field, a page and a term, of all fields of holdings that lead to many terms: one query,
    whose parts are put together by the database."""
    parts = [_pairs(name, each, pks) for name, each in terms_of(DataHoldingPage).items()]
    return reduce(lambda one, other: one.union(other, all=True), parts)


def _pairs(name, relation, pks):
    page, term = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    rows = relation.remote_field.through._default_manager.filter(**{f"{page}__in": pks}).order_by()
    return rows.values_list(Value(name), F(f"{page}_id"), F(f"{term}_id"))
