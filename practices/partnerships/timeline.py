"""The timeline of an idea, for one reader: what happened, when, why, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from portal.access.readers import takes_part
from portal.core.languages import enumerated
from portal.directory.profiles import name_of, role_of
from portal.directory.rights import editors_among
from portal.linkage.ends import End, ends_for
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import IdeaState
from practices.partnerships.life import life_of
from practices.partnerships.states import PROPOSED, state_of_key


@dataclass(frozen=True)
class Step:
    """One step. `other` is the idea under which it goes on, or with `is_joined` the one that goes on here."""

    state: IdeaState
    at: datetime | None
    by: str = ""
    reason: str = ""
    other: End | None = None
    is_joined: bool = False


def timeline_of(page, user) -> list[Step]:
    """The Steps of an IdeaPage, the last first, for who may read its details. A constant number of queries."""
    life = life_of(page.key, user)
    return timeline_in(life, page, user, ends_for(named_in(life, page), user))


def named_in(life, page):
    """The keys of the other ideas of which its timeline tells."""
    return {row.identity_id if _is_joined(row, page) else row.merged_into_id for row in life.changes} - {None}


def timeline_in(life, page, user, ends) -> list[Step]:
    """The same by its Life; `ends` are by key the Ends of the other ideas of which they may know."""
    rows = sorted(life.changes, key=lambda row: (row.at, row.pk), reverse=True)
    names = _Names(user, rows, life.known)
    states = kept_terms(IdeaState)
    # That another idea came in is for who may know of that one.
    shown = [row for row in rows if not _is_joined(row, page) or row.identity_id in ends]
    steps = [
        Step(
            state=states[row.state_id],
            at=row.at,
            by=names.of(row),
            reason=row.reason,
            other=ends.get(row.identity_id if _is_joined(row, page) else row.merged_into_id),
            is_joined=_is_joined(row, page),
        )
        for row in shown
    ]
    return [*steps, Step(state_of_key(PROPOSED), page.first_published_at)]


def _is_joined(row, page):
    return row.merged_into_id == page.key


class _Names:
    """Who made a step, as far as one reader may know: the person by their consent and for members only, else their
    part, and the organisation."""

    def __init__(self, user, rows, known):
        self.for_members, self.known = takes_part(user), known
        others = {row.by_id for row in rows if row.by_id and getattr(row.by, "member", None) is None}
        self.editors = editors_among(others) if others else set()

    def of(self, row):
        person = (name_of(row.by) if self.for_members else "") or role_of(row.by)
        if not person and row.by_id in self.editors:
            person = _("An editor")
        organisation = row.organisation.name if row.organisation_id in self.known else ""
        return enumerated(filter(None, (person, organisation))) or _("A member of the community")
