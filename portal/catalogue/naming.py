"""What holdings, and what they name, are called by clients of CKAN and HDX: names of organisations, groups, tags."""

import re
from collections.abc import Iterable

PORTAL = "portal"
"""The organisation that stands for the portal itself: of holdings whose own organisations visitors may not know of."""
PUBLISHES = ("data_custodian", "data_owner", "data_provider", "data_manager", "text_owner", "text_keeper")
"""Roles by which an organisation is the one that a holding is listed under, the nearest first."""
WORLD = "world"
"""The group of HDX for what concerns the whole world; key of the coverage: "global"."""
NO_LICENCE = "notspecified"
NOT_IN_TAG = re.compile(r"[^\w .-]+")
SHORTEST, LONGEST = 2, 100
"""Letters of a tag: https://github.com/ckan/ckan/blob/master/ckan/logic/validators.py, `tag_length_validator`."""
FICTIONAL = "fictional example"


def publisher_of(parties: Iterable[tuple[str, int]], known) -> int | None:
    """The organisation that a holding is listed under, of pairs of role and primary key, of those that are known."""
    found = sorted(
        (PUBLISHES.index(role), number, pk) for number, (role, pk) in enumerate(parties) if role in PUBLISHES
    )
    return next((pk for _, _, pk in found if pk in known), None)


def group_of(country) -> str:
    """The name of the group that a country is in HDX: its ISO 3166-1 code in small letters, else what stands for it."""
    return (country.alpha_3 or country.attributes.get("code") or country.key).lower()


def tag_name(label: str) -> str:
    """A label as CKAN takes tags: letters, digits, spaces, full stops, hyphens; "" where too little is left."""
    name = " ".join(NOT_IN_TAG.sub(" ", label).split()).lower()[:LONGEST].strip()
    return name if len(name) >= SHORTEST else ""


def tag_names(labels: Iterable[str]) -> tuple[str, ...]:
    """The tags of these labels, each once."""
    return tuple(dict.fromkeys(filter(None, map(tag_name, labels))))


def licence_id(licence) -> str:
    """What HDX calls a licence, else our own key for it; "notspecified" where none is said."""
    if licence is None or licence.key == "not_stated":
        return NO_LICENCE
    return licence.attributes.get("hdx_id") or licence.key


def resource_format(formats) -> str:
    """What HDX calls the format of a resource: of the first of its FileFormats that is known there; "" else."""
    return next((name for each in formats if (name := each.attributes.get("hdx_format"))), "")
