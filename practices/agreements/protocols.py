"""What the information sharing protocols in force say of how sensitive data are."""

from django.db.models import Q
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, Sensitivity
from portal.taxonomy.tree import tree_of
from practices.agreements.enums import AgreementState
from practices.agreements.models import AgreementPage, ProtocolClass
from practices.agreements.models.pages import PROTOCOL
from practices.holdings.protocols import ByProtocol, rank_of

EVERY_MEMBER = (Level.PUBLIC, Level.MEMBERS)


def protocol_of(country, data_kind, on=None) -> ByProtocol | None:
    """The strictest class of the protocols in force in a country for a kind of data (terms) on a day, by default today;
    None where none speaks of it. A class for a broader kind holds for a narrower one that has none of its own."""
    found = classes_of([country.pk], [data_kind.pk], on)
    return max(found, key=lambda said: (rank_of(said.sensitivity), said.protocol), default=None)


def classes_of(countries, data_kinds, on=None) -> list[ByProtocol]:
    """What each protocol in force in one of the countries says of each kind of data (primary keys). One query."""
    protocols = protocols_in_force(countries, on)
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


def protocols_in_force(countries, on=None):
    """The published pages of the protocols in force in one of these countries (primary keys) whose details every member
    may read: what binds those who list data is what they can read."""
    day = on or timezone.localdate()
    identities = RecordIdentity.objects.filter(details_to__in=EVERY_MEMBER, withdrawn_at=None)
    return AgreementPage.objects.live().filter(
        Q(starts_on=None) | Q(starts_on__lte=day),
        Q(ends_on=None) | Q(ends_on__gte=day),
        agreement_kind__key=PROTOCOL,
        state=AgreementState.SIGNED,
        countries__in=countries,
        translation_key__in=identities.values("key"),
    )


def _nearest(classes, chain):
    """The class of the narrowest kind that has one, of a chain of kinds from the broadest."""
    return next((classes[node.pk] for node in reversed(chain) if node.pk in classes), None)
