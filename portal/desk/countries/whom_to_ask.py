"""Whom to ask in a country: its authorities, who coordinates there, who keeps data of it; as one reader may know."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType
from practices.holdings.models import DataHoldingPage

COORDINATES = "coordination_body"
KEEPS = "data_custodian"


@dataclass(frozen=True)
class Contact:
    """An organisation to ask. Mailbox and website are empty for who may not read its details: `is_readable`."""

    key: UUID
    name: str
    acronym: str
    url: str
    kind: str
    roles: tuple[str, ...]
    is_readable: bool
    mailbox: str = ""
    website: str = ""


def whom_to_ask(country, user) -> list[Contact]:
    """The Contacts of a country (its primary key), authorities first, then who coordinates, then who keeps data. One
    query."""
    types = kept_terms(OrganisationType)
    here = [pk for pk, term in types.items() if _is_authority(term) or term.key == COORDINATES]
    organisations = Organisation.objects.annotate(
        works_here=Exists(Organisation.countries.through.objects.filter(organisation=OuterRef("pk"), country=country)),
        keeps=_keeps(country, user),
        is_readable=Exists(RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(key=OuterRef("key"))),
    ).filter(Q(works_here=True, kind__in=here) | Q(keeps=True))
    found = [(_place(each, types[each.kind_id]), each) for each in visible_to(organisations, user)]
    return [_contact(each, types[each.kind_id]) for place, each in sorted(found, key=lambda pair: pair[0])]


def _keeps(country, user):
    """The condition that an organisation keeps data of the country that the reader may know of."""
    holdings = DataHoldingPage.objects.visible_to(user).filter(countries=country)
    rows = RecordOrganisation.objects.filter(
        organisation=OuterRef("pk"), role__key=KEEPS, record__in=holdings.values("pk")
    )
    identities = RecordIdentity.objects.filter(custodian=OuterRef("pk"), key__in=holdings.values("translation_key"))
    return Exists(rows) | Exists(identities)


def _is_authority(term):
    return term.flag("is_authority")


def _place(organisation, term):
    first = (organisation.works_here and _is_authority(term), organisation.works_here and term.key == COORDINATES)
    return (not first[0], not first[1], term.sort_order, organisation.name, organisation.slug)


def _contact(organisation, term):
    roles = [_("Authority")] if organisation.works_here and _is_authority(term) else []
    roles += [_("Coordinates")] if organisation.works_here and term.key == COORDINATES else []
    roles += [_("Keeps data")] if organisation.keeps else []
    return Contact(
        key=organisation.key,
        name=organisation.name,
        acronym=organisation.acronym if organisation.acronym != organisation.name else "",
        url=organisation.get_absolute_url(),
        kind=term.label,
        roles=tuple(roles),
        is_readable=organisation.is_readable,
        mailbox=organisation.mailbox if organisation.is_readable else "",
        website=organisation.website if organisation.is_readable else "",
    )
