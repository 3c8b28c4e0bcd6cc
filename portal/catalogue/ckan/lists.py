"""Lists as CKAN cuts and orders them."""

from django.utils.translation import gettext as _

from .errors import InvalidError
from .parameters import Parameters

ORDERS = {
    "name": lambda each: each["name"],
    "title": lambda each: each["title"].casefold(),
    "package_count": lambda each: each["package_count"],
    "packages": lambda each: each["package_count"],
}


def part_of(found: list, parameters: Parameters, most: int | None = None) -> list:
    """From `offset` on as many as `limit` says."""
    start, limit = parameters.number("offset", 0), parameters.number("limit", len(found))
    return found[start : start + (limit if most is None else min(limit, most))]


def listed(found: list[dict], parameters: Parameters) -> list:
    """Organisations or groups: those that `organizations` or `groups` names, else all, in the order of `sort`, as names
    or, with `all_fields`, whole. Raises InvalidError for an order that there is not."""
    wanted = {*parameters.names("organizations"), *parameters.names("groups")}
    some = [each for each in found if not wanted or each["name"] in wanted]
    some.sort(key=ORDERS["name"])
    name, _space, way = (parameters.text("sort") or parameters.text("order_by") or "name").lower().partition(" ")
    if name not in ORDERS or way.strip() not in ("", "asc", "desc"):
        raise InvalidError(sort=[_("It may be %s, with asc or desc.") % ", ".join(ORDERS)])
    some.sort(key=ORDERS[name], reverse=way.strip() == "desc")
    some = part_of(some, parameters)
    return some if parameters.truth("all_fields") else [each["name"] for each in some]
