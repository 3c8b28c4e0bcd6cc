"""Reads all holdings, needs and flows, past the question who may know of them: entries.py asks it, and nobody else
looks here. Values, not pages, so that thousands take a moment."""

from collections import defaultdict

from django.db.models import F, OuterRef, Subquery, Value

from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import NeedState
from practices.exchange.entries import NOBODY, Entries, Entry, Flow
from practices.exchange.queries.parties import parties_among
from practices.holdings.models import DataHoldingPage
from practices.holdings.row import HOLDS
from practices.needs.models import DataNeedPage
from practices.needs.row import ASKS
from practices.needs.states import STILL_OPEN
from practices.platforms.models import FlowPage

KINDS = ("holding", "need", "flow")
TERMS = {"kinds": "data_kinds", "sectors": "sectors", "countries": "countries"}
"""Of an Entry or a Flow → field of a page."""
FLOW = {
    **{name: name for name in ("title", "slug", "giver", "giver_note", "taker", "taker_note", "two_way", "state")},
    "reviewed_on": "confirmed",
    "through": "through",
    "is_demo": "is_demo",
}
"""Column → field of a Flow."""


def stock_of_all() -> Entries:
    """The Entries of everything that is published. A constant number of queries, however many there are."""
    terms, roles = _terms(), _roles()
    holdings, (needs, closed), flows = _holdings(terms, roles), _needs(terms, roles), _flows(terms)
    named = frozenset().union(*(each.parties for each in (*holdings, *needs, *flows)))
    return Entries(holdings, needs, flows, closed, parties_among(named))


def _pages():
    return RecordPage.objects.live().exact_type(DataHoldingPage, DataNeedPage, FlowPage)


def _terms():
    """`{page: {name: primary keys of terms}}`. One query for all vocabularies and kinds."""
    pages, parts = _pages().values("pk"), []
    for number, field in enumerate(TERMS.values()):
        relation = RecordPage._meta.get_field(field)
        rows = relation.remote_field.through.objects.filter(recordpage__in=pages).order_by()
        parts.append(rows.values_list(Value(number), "recordpage", relation.m2m_reverse_field_name()))
    found = defaultdict(lambda: dict.fromkeys(TERMS, NOBODY))
    lists = [defaultdict(list) for _ in TERMS]
    for number, page, term in parts[0].union(*parts[1:], all=True):
        lists[number][page].append(term)
    same = {}
    for name, pages in zip(TERMS, lists, strict=True):
        for page, terms in pages.items():
            terms = frozenset(terms)
            # Most have what many others have: one object for all.
            found[page][name] = same.setdefault(terms, terms)
    return found


def _roles():
    """`{page: {role: primary keys of organisations}}`."""
    rows = RecordOrganisation.objects.filter(record__in=_pages().values("pk"))
    found = defaultdict(lambda: defaultdict(set))
    for page, role, organisation in rows.order_by().values_list("record", "role__key", "organisation"):
        found[page][role].add(organisation)
    return found


def _identity_of_page():
    return RecordIdentity.objects.filter(key=OuterRef("translation_key"))


def _holdings(terms, roles):
    """Of holdings also the organisations that own and keep the entry."""
    found = []
    for key, (page, *own) in _with_owners(DataHoldingPage).items():
        parties = _with_roles(roles[page], HOLDS) | frozenset(filter(None, own))
        found.append(_entry(key, terms[page], parties, roles[page]))
    return found


def _needs(terms, roles):
    """Of needs those that still look for something; of the others key and state."""
    states, found, closed = kept_terms(NeedState), [], []
    for key, (page, *own, state) in _with_owners(DataNeedPage, "state").items():
        state = states[state].key if state in states else ""
        if state in STILL_OPEN:
            asking = _with_roles(roles[page], (ASKS,))
            found.append(_entry(key, terms[page], asking, roles[page], frozenset(filter(None, own))))
        else:
            closed.append((key, state))
    return found, closed


def _with_owners(model, *columns):
    """By key, of each record once: page, owner, keeper, and the named columns."""
    both = {f"of_{name}": Subquery(_identity_of_page().values(name)) for name in ("owner", "custodian")}
    rows = model.objects.live().annotate(**both).order_by("pk")
    return _once((key, parts) for key, *parts in rows.values_list("translation_key", "pk", *both, *columns))


def _entry(key, terms, parties, roles, others=NOBODY):
    return Entry(key, **terms, parties=parties, partners=(_with_roles(roles, roles) | others) - parties)


def _flows(terms):
    """Each in the reader's language where it has one."""
    rows = FlowPage.objects.live().annotate(lang=F("locale__language_code"))
    chosen = {}
    for page, key, lang, *values in rows.order_by("pk").values_list("pk", "translation_key", "lang", *FLOW):
        if key not in chosen or lang == reading_language():
            chosen[key] = page, lang, values
    return [_flow(key, lang, values, terms[page]) for key, (page, lang, values) in chosen.items()]


def _flow(key, lang, values, terms):
    values = dict(zip(FLOW.values(), values, strict=True))
    return Flow(key=key, lang=lang, **values, **terms)


def _once(pairs):
    """The first value of each key: translations have the same terms."""
    found = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def _with_roles(roles, wanted):
    return NOBODY.union(*(pks for role, pks in roles.items() if role in wanted))
