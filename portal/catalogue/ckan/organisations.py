"""Organisations as those of CKAN: by the end of the address of their page. Of one of which visitors may not know there
is none; its holdings stand under the portal's."""

from collections import Counter

from django.conf import settings
from django.utils.translation import gettext as _

from portal.catalogue.ids import id_of
from portal.catalogue.index import Catalogue
from portal.catalogue.naming import PORTAL

from .errors import NotFoundError

FORM = "%Y-%m-%dT%H:%M:%S.%f"


def organisation(catalogue: Catalogue, name: str) -> dict:
    """The organisation of that name, under which some holding is listed."""
    if (known := catalogue.organisations.get(name)) is None:
        return _dictionary(id_of(PORTAL), PORTAL, settings.WAGTAIL_SITE_NAME, None, f"{settings.SITE_URL}/")
    url = f"{settings.SITE_URL}/organisations/{name}/"
    return _dictionary(known.id, name, known.title, known.since.strftime(FORM), url)


def counts_of(catalogue: Catalogue) -> Counter:
    """How many holdings are listed under each organisation, by its name."""
    return Counter(entry.organisation for entry in catalogue.entries)


def organisation_named(catalogue: Catalogue, name: str) -> dict:
    """The organisation of that name or id, with how many holdings it has. Raises NotFoundError."""
    ids = {entry.organisation_id: entry.organisation for entry in catalogue.entries}
    name = ids.get(name, name)
    counts = counts_of(catalogue)
    if name not in counts:
        raise NotFoundError(_("Not found"))
    return organisation(catalogue, name) | {"package_count": counts[name]}


def _described(organisation):
    return _dictionary(
        str(organisation.key), organisation.slug, organisation.name_en, organisation.created_at.strftime(FORM),
        settings.SITE_URL + f"/organisations/{organisation.slug}/",
    )  # fmt: skip


def _portal():
    return _dictionary(id_of(PORTAL), PORTAL, settings.WAGTAIL_SITE_NAME, None, f"{settings.SITE_URL}/")


def _dictionary(identifier, name, title, created, url):
    return {
        "id": identifier, "name": name, "title": title, "display_name": title, "description": "", "image_url": "",
        "image_display_url": "", "type": "organization", "is_organization": True, "approval_status": "approved",
        "state": "active", "created": created, "org_url": url,
    }  # fmt: skip
