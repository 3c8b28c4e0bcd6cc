"""Countries as the groups of HDX: by their ISO 3166-1 code."""

from django.utils.translation import gettext as _

from portal.catalogue.ids import id_of
from portal.catalogue.index import Catalogue
from portal.catalogue.naming import WORLD, group_of
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Country

from .errors import NotFoundError


def group(name: str) -> dict:
    """The group of that name, which some holding has."""
    title = _titles().get(name, name)
    return {
        "id": id_of("group", name), "name": name, "title": title, "display_name": title, "description": "",
        "image_display_url": "", "type": "group", "is_organization": False, "state": "active",
    }  # fmt: skip


def counts_of(catalogue: Catalogue) -> dict[str, int]:
    """How many holdings each group has, by the names of those that have any."""
    found: dict[str, int] = {}
    for entry in catalogue.entries:
        for name in entry.groups:
            found[name] = found.get(name, 0) + 1
    return found


def group_named(catalogue: Catalogue, name: str) -> dict:
    """The group of that name or id, with how many holdings it has. Raises NotFoundError."""
    for known, count in counts_of(catalogue).items():
        if name in (known, id_of("group", known)):
            return group(known) | {"package_count": count}
    raise NotFoundError(_("Not found"))


def _titles():
    return {WORLD: "World"} | {group_of(term): term.label_en for term in kept_terms(Country).values()}
