"""Who saw an entry, in words for one reader: who may see its log reads each line, editors how many of each
organisation. Nobody is named who did not agree to be in the list of members."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.queries import visible_to
from portal.desk.incident.who_saw import MAIL, OPENED, PAGE
from portal.desk.my.writers import people_without_names
from portal.directory.models import Organisation
from portal.directory.profiles import listed_members
from portal.records.reads import FILE, PROGRAM, TABLE

WAYS = {
    PAGE: gettext_lazy("Read on a page"),
    FILE: gettext_lazy("Opened one of its files"),
    TABLE: gettext_lazy("Took it away in a table"),
    PROGRAM: gettext_lazy("Read by a program of theirs"),
    MAIL: gettext_lazy("Had a mail about it"),
    OPENED: gettext_lazy("Its details were opened to them"),
}


@dataclass(frozen=True)
class Line:
    """Who, which way, when; `until` for what lasted."""

    who: str
    organisation: str
    way: str
    at: datetime
    until: datetime | None


@dataclass(frozen=True)
class Sum:
    """How many lines there are of an organisation and a way."""

    organisation: str
    way: str
    count: int


def lines_of(seen, user) -> list[Line]:
    """Each line of `seen` (access.Incident.seen) in the language of now."""
    names, organisations = _people({each["user"] for each in seen if each["user"]}, user), _organisations(seen, user)
    return [
        Line(
            who=names.get(each["user"], ""),
            organisation=organisations[each["organisation"]],
            way=str(WAYS[each["way"]]),
            at=datetime.fromisoformat(each["at"]),
            until=datetime.fromisoformat(each["until"]) if each["until"] else None,
        )
        for each in seen
    ]


def sums_of(seen, user) -> list[Sum]:
    """How many lines there are of each organisation and way, the most first."""
    organisations = _organisations(seen, user)
    counts = Counter((each["organisation"], each["way"]) for each in seen)
    return [
        Sum(organisations[code] or _("no organisation"), str(WAYS[way]), count)
        for (code, way), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _people(numbers, user):
    """By number of an account: the name where its person agreed to be listed, with organisation and role for all."""
    called = people_without_names(numbers, user)
    listed = listed_members().filter(user__in=numbers).select_related("user")
    named = {each.user_id: each.user.get_full_name() for each in listed}
    return {pk: f"{named[pk]} ({what})" if named.get(pk) else what for pk, what in called.items()}


def _organisations(seen, user):
    """By code, how each is called; of those that `user` may not know of, that it is one."""
    codes = {each["organisation"] for each in seen} - {""}
    found = visible_to(Organisation.objects.filter(code__in=codes), user)
    return {"": ""} | dict.fromkeys(codes, _("an organisation")) | {each.code: each.short_name for each in found}
