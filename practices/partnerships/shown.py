"""What the page of an idea shows beside its fields: how far it is, who is in, what is missing, what came of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of, takes_part
from portal.linkage.around import around
from portal.records.shown import StateWord, known_organisations
from practices.partnerships.enums import Answer
from practices.partnerships.life import life_of
from practices.partnerships.missing import missing_of
from practices.partnerships.partners import partners_of
from practices.partnerships.plan import next_due, plan_of
from practices.partnerships.row import ILLUSTRATIVE, state_since
from practices.partnerships.states import MERGED, may_follow, next_states, standing_by, stands
from practices.partnerships.steps import by_step, with_actions, without_action
from practices.partnerships.timeline import named_in, timeline_in

JOINS = "idea:joins.target"
RESULTS = ("results_from", "documents", "implements")
"""Links that others make to an idea when something came of it."""
APART = frozenset({(JOINS, False), *((kind, True) for kind in RESULTS)})


@dataclass(frozen=True)
class Named:
    """A partner with the address of its page, "" where the reader may not know of that."""

    partner: object
    url: str


@dataclass(frozen=True)
class Acts:
    """What the reader may do with it: `answers` are an organisation, what it says now, and what it may say instead;
    `supports` pairs of an organisation and whether it does."""

    code: str
    answers: list
    supports: list
    is_supported: bool
    may_move: bool
    may_merge: bool
    may_plan: bool
    is_open: bool


def beside(page, record, user, *, may_act):
    """The context of its page for a reader to whom `record` is presented; of the details only what they may read."""
    if not record.details_readable:
        return {"states": _marks(page, stands(page.key))}
    life = life_of(page.key, user)
    stand = standing_by([row for row in life.changes if row.identity_id == page.key])
    targets = {row.target_id for row in page.joins.all() if row.target_id}
    found = around(page.key, user, named=targets | named_in(life, page), apart=APART)
    # Of a draft that is looked at before it is published no link tells of what it would join yet.
    joined = {key: found.ends[key] for key in targets if key in found.ends}
    partners, steps = partners_of(page, life.by_partner), plan_of(page)
    known = life.known | known_organisations([[each.organisation for each in partners]], user)
    kinds = {end.kind for end in joined.values()}
    missing = missing_of(looking_for=page.looking_for, kinds_joined=kinds, partners=partners, steps=steps)
    return {
        "states": _marks(page, stand),
        "joined": _joined(page, joined),
        "partners": [_named(each, known) for each in partners],
        "steps": with_actions(steps, by_step(life.actions, user)),
        "next_due": next_due(steps),
        "missing": missing if stand.is_open else [],
        "results": [link for link in found.apart if link.is_incoming],
        "around": found,
        "timeline": timeline_in(life, page, user, found.ends),
        "support": _support(life.supports, known),
        "acts": _acts(page.read_identity, user, stand, partners, life, steps) if may_act and page.live else None,
    }


def _marks(page, stand):
    illustrative = [StateWord(str(ILLUSTRATIVE), "unasked", "due")] if page.is_illustrative else []
    return [*illustrative, StateWord(state_since(page, stand), "idea" if stand.is_open else "check")]


def _joined(page, ends):
    """A row that names an entry is for who may know of it, words and all (docs/decisions/0015)."""
    rows = (row for row in page.joins.all() if row.target_id in ends or (row.target_id is None and row.note))
    return [(ends.get(row.target_id), row.note) for row in rows]


def _named(partner, known):
    organisation = partner.organisation
    return Named(partner, organisation.get_absolute_url() if organisation.pk in known else "")


def _support(rows, known):
    """How many people and which organisations support it: pairs of name and address."""
    organisations = [row.organisation for row in rows if row.organisation_id]
    return {
        "people": len(rows) - len(organisations),
        "organisations": [(each.name, each.get_absolute_url() if each.pk in known else "") for each in organisations],
    }


def _acts(identity, user, stand, partners, life, steps):
    """As `practices.partnerships.rights` says it, of a published idea whose details are read: None for who takes no
    part."""
    if not takes_part(user) or identity.withdrawn_at is not None:
        return None
    said = {partner.organisation: partner.answer for partner in partners}
    supported = {(row.by_id if row.organisation_id is None else None, row.organisation_id) for row in life.supports}
    organisations = life.own if stand.is_open else []
    moves = can(user, Action.ASK, identity)
    return Acts(
        code=identity.code,
        answers=[(each, said.get(each, ""), _choices(said.get(each, ""))) for each in organisations],
        supports=[(each, (None, each.pk) in supported) for each in organisations],
        is_supported=(reader_of(user).user_id, None) in supported,
        may_move=moves and bool(next_states(stand.state)),
        may_merge=moves and MERGED in may_follow(stand.state),
        may_plan=moves and stand.is_open and bool(without_action(steps, life.made)),
        is_open=stand.is_open,
    )


def _choices(said):
    """Pairs of key and words of a button, without what was said."""
    words = {
        Answer.INTERESTED: _("We are interested"),
        Answer.COMMITTED: _("We are in"),
        Answer.DECLINED: _("Not for us"),
    }
    return [(answer.value, label) for answer, label in words.items() if answer != said]
