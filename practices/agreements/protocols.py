"""What the information sharing protocols in force say of how sensitive data are."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Min
from django.utils import timezone

from portal.access.enums import TO_ALL_MEMBERS
from portal.access.models import RecordIdentity
from portal.linkage.ends import End, ends_for
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, Sensitivity
from portal.taxonomy.tree import tree_of
from practices.agreements.models import AgreementPage, ProtocolClass
from practices.agreements.models.pages import PROTOCOL
from practices.holdings.protocols import ByProtocol


@dataclass(frozen=True)
class Protocol:
    """A protocol as its card tells of it; `ends_on` None where no end was set."""

    end: End
    ends_on: date | None


def classes_of(countries, data_kinds) -> list[ByProtocol]:
    """What each protocol in force in one of the countries says of each kind of data (primary keys): a class for a
    broader kind holds for a narrower one that has none of its own. One query."""
    protocols = protocols_in_force(countries)
    rows = ProtocolClass.objects.filter(agreement__in=protocols.values("pk")).order_by("pk")
    by_page = {}
    for page, key, kind, sensitivity in rows.values_list(
        "agreement", "agreement__translation_key", "data_kind", "sensitivity"
    ):
        by_page.setdefault((page, key), {})[kind] = sensitivity
    terms, tree = (kept_terms(Sensitivity), tree_of(DataKind)) if by_page else ({}, None)
    return [
        ByProtocol(terms[sensitivity], key)
        for (_page, key), classes in by_page.items()
        for kind in data_kinds
        if (sensitivity := _nearest(classes, tree.ancestors(kind)))
    ]


def protocols_for(country, user) -> list[Protocol]:
    """The protocols in force in a country (primary key) of which `user` may know, those that began last first."""
    pages = _in_force([country], timezone.localdate()).values("translation_key")
    # Of one in several languages once, with the earliest end that one says.
    rows = pages.annotate(begins=Min("starts_on"), first=Min("pk"), ends=Min("ends_on")).order_by("begins", "first")
    ends_on = dict(rows.values_list("translation_key", "ends"))
    ends = ends_for(ends_on, user)
    return [Protocol(ends[key], day) for key, day in reversed(ends_on.items()) if key in ends]


def protocols_in_force(countries):
    """The pages of those whose details every member may read: what binds who lists data is what they can read."""
    readable = RecordIdentity.objects.filter(details_to__in=TO_ALL_MEMBERS)
    return _in_force(countries, timezone.localdate()).filter(translation_key__in=readable.values("key"))


def _in_force(countries, day):
    """The published pages of protocols that are in force in one of these countries (primary keys) on a day."""
    return AgreementPage.objects.in_force(day).filter(agreement_kind__key=PROTOCOL, countries__in=countries)


def _nearest(classes, chain):
    """The class of the narrowest kind that has one, of a chain of kinds from the broadest."""
    return next((classes[node.pk] for node in reversed(chain) if node.pk in classes), None)
