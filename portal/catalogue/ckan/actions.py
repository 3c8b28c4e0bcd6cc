"""What clients of CKAN may call, by name: reads of what visitors may know of, and nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _

from portal.catalogue.ids import id_of
from portal.catalogue.index import Catalogue
from portal.catalogue.naming import licence_id
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Licence

from . import groups, organisations
from .errors import NotFoundError
from .lists import listed, part_of
from .package import tag
from .parameters import Parameters
from .search import ordered, package_search, packages

OLDEST_ROWS = 1_000


def package_show(catalogue: Catalogue, parameters: Parameters) -> dict:
    """A holding by its id, its name or its code."""
    found = catalogue.find(parameters.text("name_or_id") or parameters.needed("id"))
    if found is None:
        raise NotFoundError(_("Not found"))
    return packages(catalogue, [found])[0]


def package_list(catalogue: Catalogue, parameters: Parameters) -> list[str]:
    """The names of all holdings."""
    return part_of(sorted(entry.name for entry in catalogue.entries), parameters)


def current_package_list_with_resources(catalogue: Catalogue, parameters: Parameters) -> list[dict]:
    """All holdings, those changed last first; so many as `limit` says."""
    entries = ordered(catalogue.entries, "metadata_modified desc")
    return packages(catalogue, part_of(entries, parameters, most=OLDEST_ROWS))


def resource_show(catalogue: Catalogue, parameters: Parameters) -> dict:
    """The way to the data of a holding, by its id."""
    wanted = parameters.needed("id")
    for entry in catalogue.entries:
        if wanted == id_of("resource", entry.code) and (found := packages(catalogue, [entry])[0]["resources"]):
            return found[0]
    raise NotFoundError(_("Not found"))


def organization_list(catalogue: Catalogue, parameters: Parameters) -> list:
    """The organisations under which holdings are listed: their names, or all of them with `all_fields`."""
    counts = organisations.counts_of(catalogue)
    found = [organisations.organisation(catalogue, name) | {"package_count": count} for name, count in counts.items()]
    return listed(found, parameters)


def organization_show(catalogue: Catalogue, parameters: Parameters) -> dict:
    """An organisation by its name or id; with its holdings where `include_datasets` asks for them."""
    found = organisations.organisation_named(catalogue, parameters.needed("id"))
    return found | _holdings_of(catalogue, parameters, lambda entry: entry.organisation == found["name"])


def group_list(catalogue: Catalogue, parameters: Parameters) -> list:
    """The countries of the holdings: their codes, or all of them with `all_fields`."""
    counts = groups.counts_of(catalogue)
    return listed([groups.group(name) | {"package_count": count} for name, count in counts.items()], parameters)


def group_show(catalogue: Catalogue, parameters: Parameters) -> dict:
    """A country by its code or id."""
    found = groups.group_named(catalogue, parameters.needed("id"))
    return found | _holdings_of(catalogue, parameters, lambda entry: found["name"] in entry.groups)


def _holdings_of(catalogue, parameters, is_one):
    if not parameters.truth("include_datasets"):
        return {"users": [], "extras": [], "tags": [], "groups": []}
    own = [entry for entry in catalogue.entries if is_one(entry)][:OLDEST_ROWS]
    return {"users": [], "extras": [], "tags": [], "groups": [], "packages": packages(catalogue, own)}


def tag_list(catalogue: Catalogue, parameters: Parameters) -> list:
    """The tags of the holdings that hold `query`: their names, or all of them with `all_fields`."""
    wanted = parameters.text("query").casefold()
    names = sorted({name for entry in catalogue.entries for name in entry.tags if wanted in name})
    return [tag(name) for name in names] if parameters.truth("all_fields") else names


def license_list(catalogue: Catalogue, parameters: Parameters) -> list[dict]:
    """The licences that data of the holdings have."""
    used = {entry.licence_key for entry in catalogue.entries}
    return [
        {
            "id": licence_id(term), "title": term.label_en, "url": term.uri, "is_okd_compliant": term.flag("is_open"),
            "status": "active",
        }
        for term in kept_terms(Licence).values()
        if term.key in used
    ]  # fmt: skip


def status_show(catalogue: Catalogue, parameters: Parameters) -> dict:
    """What this is; as CKAN 2.10 answers, without being one."""
    return {
        "site_title": settings.WAGTAIL_SITE_NAME, "site_description": "", "site_url": settings.SITE_URL,
        "ckan_version": "2.10.0", "error_emails_to": None, "locale_default": settings.LANGUAGE_CODE, "extensions": [],
    }  # fmt: skip


def site_read(catalogue: Catalogue, parameters: Parameters) -> bool:
    """That one may read here."""
    return True


def help_show(catalogue: Catalogue, parameters: Parameters) -> str:
    """What an action does."""
    name = parameters.needed("name")
    if name not in ACTIONS:
        raise NotFoundError(_("Not found"))
    return ACTIONS[name].__doc__ or package_search.__doc__


ACTIONS: dict[str, Callable] = {
    each.__name__: each
    for each in (
        current_package_list_with_resources, group_list, group_show, help_show, license_list, organization_list,
        organization_show, package_list, package_search, package_show, resource_show, site_read, status_show, tag_list,
    )
}  # fmt: skip
