"""A package of CKAN, with the fields of HDX, as a Described.

CKAN: https://docs.ckan.org/en/latest/api/#ckan.logic.action.get.package_show. HDX: its schema as
https://github.com/OCHA-DAP/hdx-python-api and the resources of https://github.com/OCHA-DAP/hdx-ckan document it.
"""

import re
from typing import Any

from .days import day, period
from .described import NO_KEY, NO_OBJECT, NO_TITLE, PRIVATE, Described
from .persons import is_account
from .plain import lines, rows, text, whole, words, yes
from .technical import TECHNICAL

MOST_KEY = 200
EMPTY = {"", "None", "null"}
OTHER_METHOD = {"other", "autre"}


def described(package: Any, site: str) -> Described:
    """The Described of a package; nothing raises, whatever it is."""
    if not isinstance(package, dict):
        return Described(refusal=NO_OBJECT)
    fields = _with_extras(package)
    found = Described(key=_key(fields), title=text(fields.get("title"))[:1000], text=lines(fields.get("notes")))
    found.address = _address(fields, site)
    found.refusal = _refusal(fields, found)
    for read in (_people, _where_and_when, _how, _licence, _resources, _by_request):
        read(fields, found)
    found.not_read = tuple(sorted(name for name in map(text, fields) if name and name not in TECHNICAL))
    return found


def is_deleted(package: Any) -> bool:
    """Whether the catalogue says that it holds it no more."""
    return isinstance(package, dict) and text(package.get("state")).lower() == "deleted"


def _with_extras(package):
    """The fields of a package and, where they are not there already, those among its extras."""
    extras = {text(row.get("key")).lower(): row.get("value") for row in rows(package.get("extras"))}
    return {**extras, **package}


def _key(fields):
    return (text(fields.get("id")) or text(fields.get("name")))[:MOST_KEY]


def _address(fields, site):
    name = text(fields.get("name")) or text(fields.get("id"))
    return f"{site}/dataset/{name}" if site and re.fullmatch(r"[\w.-]{1,200}", name, re.ASCII) else ""


def _refusal(fields, found):
    if yes(fields.get("private")):
        return PRIVATE
    return NO_KEY if not found.key else "" if found.title else NO_TITLE


def _people(fields, found):
    organisation = fields.get("organization")
    organisation = organisation if isinstance(organisation, dict) else {}
    names = (organisation.get("title"), organisation.get("display_name"), organisation.get("name"))
    names = (*names, organisation.get("org_acronym"), fields.get("publisher_name"))
    found.published_by = tuple(dict.fromkeys(filter(None, map(text, names))))
    found.sources = tuple(words(fields.get("dataset_source")))
    found.language = text(fields.get("language")) or text(fields.get("metadata_language"))
    kept = [name for field in ("maintainer", "author") if (name := text(fields.get(field))) and not is_account(name)]
    found.kept_by = tuple(dict.fromkeys(kept))
    found.mailbox = text(fields.get("maintainer_email")) or text(fields.get("contact_email"))


def _where_and_when(fields, found):
    groups = rows(fields.get("groups")) or [{"name": each} for each in words(fields.get("groups"))]
    found.countries = tuple(text(each.get("name")) or text(each.get("title")) for each in groups)
    tags = [text(each.get("display_name")) or text(each.get("name")) for each in rows(fields.get("tags"))]
    if isinstance(fields.get("tags"), list):
        tags += [each for each in map(text, fields["tags"]) if each]
    found.tags = tuple(dict.fromkeys(filter(None, tags)))
    found.is_subnational = bool(yes(fields.get("subnational")))
    found.changed_on = day(text(fields.get("metadata_modified")))
    found.last_updated_on = day(text(fields.get("last_modified")))
    said = text(fields.get("dataset_date"))
    said = said or "/".join(filter(None, (text(fields.get("temporal_start")), text(fields.get("temporal_end")))))
    between = period(said) if said else None
    if between:
        found.first_day, found.last_day, found.is_open_ended = between
    elif said:
        found.odd.append(("dataset_date", said))


def _how(fields, found):
    names = ("data_update_frequency", "frequency", "accrual_periodicity", "update_frequency")
    found.frequency = next(filter(None, (text(fields.get(name)) for name in names)), "")
    method, other = lines(fields.get("methodology")), lines(fields.get("methodology_other"))
    found.method = (
        other if other and method.lower() in {"", *OTHER_METHOD} else "\n".join(filter(None, (method, other)))
    )
    found.caveats = lines(fields.get("caveats"))
    # A common operational dataset: cod-standard, cod-enhanced.
    found.standards = ("cod_ab",) if text(fields.get("cod_level")).lower().startswith("cod-") else ()


def _licence(fields, found):
    names = (fields.get("license_id"), fields.get("license_url"), fields.get("license_title"))
    found.licence = tuple(filter(None, map(text, names)))
    found.licence_words = lines(fields.get("license_other"))


def _resources(fields, found):
    """Formats and days of its files; of those that the catalogue keeps back as too sensitive nothing is told."""
    kept_back = [each for each in rows(fields.get("resources")) if yes(each.get("in_quarantine"))]
    files = [each for each in rows(fields.get("resources")) if each not in kept_back]
    found.formats = tuple(filter(None, dict.fromkeys(map(_format, files))))
    found.is_open = bool(files)
    days = [day(text(each.get("last_modified"))) for each in files]
    found.last_updated_on = found.last_updated_on or max(filter(None, days), default=None)
    found.is_microdata = any(yes(each.get("microdata")) for each in files)
    found.has_pcodes = True if any(yes(each.get("p_coded")) for each in files) else None
    if kept_back:
        found.odd.append(("resources", "in_quarantine"))


def _format(resource):
    """The words for the format of a file, the surest first."""
    return tuple(word for name in ("format", "mimetype") if (word := text(resource.get(name))) not in EMPTY)


def _by_request(fields, found):
    """HDX Connect: the data are not there, and are asked for."""
    if not yes(fields.get("is_requestdata_type")):
        return
    found.is_by_request, found.is_open = True, False
    found.columns = tuple(words(fields.get("field_names")))
    found.formats = (*found.formats, *((each,) for each in words(fields.get("file_types"))))
    said = fields.get("num_of_rows")
    found.number_of_rows = whole(said)
    if text(said) and found.number_of_rows is None:
        found.odd.append(("num_of_rows", text(said)))
