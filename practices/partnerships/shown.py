"""What the page of an idea shows beside its fields: how far it is, who is in, what is missing, what came of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of, takes_part
from portal.linkage.ends import ends_for
from portal.linkage.queries import links_of
from portal.records.shown import StateWord, known_organisations
from practices.partnerships.enums import Answer
from practices.partnerships.missing import missing_of
from practices.partnerships.models.life import IdeaSupport
from practices.partnerships.partners import partners_of
from practices.partnerships.plan import next_due, plan_of
from practices.partnerships.rights import spoken_for
from practices.partnerships.row import ILLUSTRATIVE, state_since
from practices.partnerships.states import MERGED, may_follow, next_states, stands
from practices.partnerships.steps import actions_of_steps, steps_to_do, with_actions
from practices.partnerships.timeline import timeline_of

JOINS = "idea:joins.target"
RESULTS = frozenset({"results_from", "documents", "implements"})
"""Links that others make to an idea when something came of it."""


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
    stand = stands(page.key)
    context = {"states": _marks(page, stand)}
    if not record.details_readable:
        return context
    links = links_of(page.key, user)
    joined = _ends_of(page, links, user)
    partners, steps = partners_of(page), plan_of(page)
    supports = list(IdeaSupport.objects.filter(identity=page.key).select_related("organisation__kind").order_by("pk"))
    supporting = [row.organisation for row in supports if row.organisation_id]
    known = known_organisations([[each.organisation for each in partners], supporting], user)
    kinds = {end.kind for end in joined.values()}
    actions = actions_of_steps(page.key, user) if steps else {}
    missing = missing_of(looking_for=page.looking_for, kinds_joined=kinds, partners=partners, steps=steps)
    return context | {
        "joined": _joined(page, joined),
        "partners": [_named(each, known) for each in partners],
        "steps": with_actions(steps, actions),
        "next_due": next_due(steps),
        "missing": missing if stand.is_open else [],
        "results": [link for link in links if _is_result(link)],
        "linked": [link for link in links if not (_is_result(link) or _is_joined(link))],
        "every_link": links,
        "timeline": timeline_of(page, user),
        "support": _support(supports, known),
        "acts": _acts(page.read_identity, user, stand, partners, supports, steps) if may_act and page.live else None,
    }


def _marks(page, stand):
    illustrative = [StateWord(str(ILLUSTRATIVE), "unasked", "due")] if page.is_illustrative else []
    return [*illustrative, StateWord(state_since(page, stand), "idea" if stand.is_open else "check")]


def _ends_of(page, links, user):
    """By key, the entries that it would join: those among its links, and of a draft that is looked at before it is
    published those that no link tells of yet."""
    ends = {link.end.key: link.end for link in links if _is_joined(link)}
    unseen = {row.target_id for row in page.joins.all() if row.target_id} - ends.keys()
    return ends | ends_for(unseen, user)


def _joined(page, ends):
    """A row that names an entry is for who may know of it, words and all (docs/decisions/0015)."""
    rows = (row for row in page.joins.all() if row.target_id in ends or (row.target_id is None and row.note))
    return [(ends.get(row.target_id), row.note) for row in rows]


def _named(partner, known):
    organisation = partner.organisation
    return Named(partner, organisation.get_absolute_url() if organisation.pk in known else "")


def _is_joined(link):
    return link.kind == JOINS and not link.is_incoming


def _is_result(link):
    return link.is_incoming and link.kind in RESULTS


def _support(rows, known):
    """How many people and which organisations support it: pairs of name and address."""
    organisations = [row.organisation for row in rows if row.organisation_id]
    return {
        "people": len(rows) - len(organisations),
        "organisations": [(each.name, each.get_absolute_url() if each.pk in known else "") for each in organisations],
    }


def _acts(identity, user, stand, partners, supports, steps):
    """As `practices.partnerships.rights` says it, of a published idea whose details are read: None for who takes no
    part."""
    if not takes_part(user) or identity.withdrawn_at is not None:
        return None
    said = {partner.organisation: partner.answer for partner in partners}
    supported = {(row.by_id if row.organisation_id is None else None, row.organisation_id) for row in supports}
    organisations = spoken_for(user) if stand.is_open else []
    moves = can(user, Action.ASK, identity)
    return Acts(
        code=identity.code,
        answers=[(each, said.get(each, ""), _choices(said.get(each, ""))) for each in organisations],
        supports=[(each, (None, each.pk) in supported) for each in organisations],
        is_supported=(reader_of(user).user_id, None) in supported,
        may_move=moves and bool(next_states(stand.state)),
        may_merge=moves and MERGED in may_follow(stand.state),
        may_plan=moves and stand.is_open and bool(steps and steps_to_do(identity.key, steps)),
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
