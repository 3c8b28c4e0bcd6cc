"""Reads the holdings, needs and flows that somebody may know of: values, not pages, so that thousands take a moment."""

from collections import defaultdict

from django.db import connection
from django.db.models import Case, Exists, F, OuterRef, Subquery, Value, When

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import VISITOR, reader_of
from portal.core.generation import generation
from portal.core.languages import reading_language
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import NeedState
from practices.exchange.entries import NOBODY, Entries, Entry, Flow
from practices.exchange.queries.parties import parties_among
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.needs.row import ASKS
from practices.needs.states import STILL_OPEN
from practices.platforms.models import FlowPage

_kept: dict[str, tuple[str, Entries]] = {}
KINDS = ("holding", "need", "flow")
HOLDS = ("data_owner", "data_custodian", "data_provider", "data_manager")
"""Roles of an organisation by which it has the data of a holding."""
TERMS = {"kinds": "data_kinds", "sectors": "sectors", "countries": "countries"}
"""Of an Entry or a Flow → field of a page."""
FLOW = {
    **{name: name for name in ("title", "slug", "giver", "giver_note", "taker", "taker_note", "two_way", "state")},
    "reviewed_on": "confirmed",
    "carrier": "through",
    "is_demo": "is_demo",
}
"""Column → field of a Flow."""


def entries_for(user) -> Entries:
    """The Entries of `user`: a constant number of queries, however many there are.

    Those of visitors, who all may know the same, are kept in memory until anything is written.
    """
    # Inside a transaction nothing is kept: it might be taken back, and leaves one mark for all that it writes.
    if reader_of(user) != VISITOR or connection.in_atomic_block or not (now := generation()):
        return _read(user)
    language = reading_language()
    if _kept.get(language, ("", None))[0] != now:
        _kept[language] = now, _read(user)
    return _kept[language][1]


def _read(user):
    terms, roles = _terms(user), _roles(user)
    holdings, needs, flows = _holdings(user, terms, roles), _needs(user, terms, roles), _flows(user, terms)
    named = frozenset().union(*(each.parties for each in (*holdings, *needs, *flows)))
    return Entries(holdings, needs, flows, parties_among(named, user))


def _pages(user):
    identities = RecordIdentity.objects.visible_to(user).filter(kind__in=KINDS)
    return RecordPage.objects.live().filter(translation_key__in=identities.values("key"))


def _terms(user):
    """`{page: {name: primary keys of terms}}`. One query for all vocabularies and kinds."""
    pages, parts = _pages(user).values("pk"), []
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


def _roles(user):
    """`{page: {role: primary keys of organisations}}` of those that hold data or ask for them."""
    rows = RecordOrganisation.objects.filter(record__in=_pages(user).values("pk"), role__key__in=(*HOLDS, ASKS))
    found = defaultdict(lambda: defaultdict(set))
    for page, role, organisation in rows.order_by().values_list("record", "role__key", "organisation"):
        found[page][role].add(organisation)
    return found


def _identity_of_page():
    return RecordIdentity.objects.filter(key=OuterRef("translation_key"))


def _holdings(user, terms, roles):
    """Of holdings also the organisations that own and keep the entry."""
    both = {f"of_{name}": Subquery(_identity_of_page().values(name)) for name in ("owner", "custodian")}
    rows = DataHoldingPage.objects.visible_to(user).annotate(**both).order_by("pk")
    found = _once((key, parts) for key, *parts in rows.values_list("translation_key", "pk", *both))
    return [
        Entry(key, **terms[page], parties=_with_roles(roles[page], HOLDS) | frozenset(filter(None, parties)))
        for key, (page, *parties) in found.items()
    ]


def _needs(user, terms, roles):
    """Of needs those that still look for something."""
    states = {pk for pk, state in kept_terms(NeedState).items() if state.key in STILL_OPEN} | {None}
    rows = DataNeedPage.objects.visible_to(user).order_by("pk").values_list("pk", "translation_key", "state")
    return [
        Entry(key, **terms[page], parties=_with_roles(roles[page], (ASKS,)))
        for key, (page, state) in _once((key, (page, state)) for page, key, state in rows).items()
        if state in states
    ]


def _flows(user, terms):
    """Through which platform is told of flows alone whose details the user may read."""
    readable = Exists(RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(key=OuterRef("translation_key")))
    rows = FlowPage.objects.visible_to(user).annotate(
        lang=F("locale__language_code"), carrier=Case(When(readable, then=F("through")))
    )
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
    return NOBODY.union(*(roles[role] for role in wanted))
