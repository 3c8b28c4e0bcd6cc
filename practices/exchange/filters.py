"""Which entries fit the filters, and which values somebody can choose: only such as an entry that they know of has."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from portal.core.languages import in_alphabet
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Country, DataKind, FlowState, Sector
from portal.taxonomy.tree import tree_of
from practices.exchange.entries import NOBODY

LABELS = {
    "country": _("Country"),
    "data_kind": _("Kind of data"),
    "state": _("State of the flow"),
    "sector": _("Sector"),
    "organisation": _("Organisation"),
}
SIDE_LABELS = {"gives": _("gives"), "takes": _("takes"), "named": _("named in a flow")}


@dataclass(frozen=True)
class Choice:
    """A filter as a form offers it: `options` are triples of key, label and whether it is chosen."""

    name: str
    label: str
    options: list[tuple[str, str, bool]]


@dataclass(frozen=True)
class Values:
    """The values that the entries have: labels by key by filter, and primary keys by key by filter."""

    labels: dict[str, dict[str, str]]
    pks: dict[str, dict[str, frozenset[int]]]


def values_of(entries) -> Values:
    """All values of the Entries; of a kind of data also the broader ones, whose keys stand for all below."""
    found = {
        "country": _terms(Country, {pk for each in entries.all for pk in each.countries}),
        "data_kind": _data_kinds({pk for each in entries.all for pk in each.kinds}),
        "state": _terms(FlowState, {each.state for each in entries.flows} - {None}),
        "sector": _terms(Sector, {pk for each in entries.all for pk in touched(entries, each)}),
        "organisation": [
            (party.slug, party.name, frozenset({pk})) for pk, party in entries.parties.items() if party.slug
        ],
    }
    return Values(
        labels={name: {key: label for key, label, _ in rows} for name, rows in found.items()},
        pks={name: {key: pks for key, _, pks in rows} for name, rows in found.items()},
    )


def _terms(model, pks):
    return [(term.key, term.label, frozenset({pk})) for pk, term in kept_terms(model).items() if pk in pks]


def _data_kinds(pks):
    tree = tree_of(DataKind)
    used = {node.pk for pk in pks for node in tree.ancestors(pk)}
    return [(node.key, node.label, below(tree, node)) for node, _depth in tree.in_order if node.pk in used]


def below(tree, node):
    """The primary keys of a node of a tree and of all below it."""
    return frozenset({node.pk, *(each.pk for each in tree.descendants(node.pk))})


def touched(entries, entry):
    """The sectors of an entry; of a flow also those of who gives and takes."""
    is_flow = hasattr(entry, "givers")
    return entry.sectors | entries.sectors_of(entry.parties) if is_flow else entry.sectors


def narrowed(entries, asked, values):
    """The Entries that fit all filters of `asked`; any value of one is enough. A state is that of flows alone."""
    wanted = {name: frozenset().union(*(values.pks[name][key] for key in keys)) for name, keys in asked.chosen.items()}
    flows = [each for each in entries.flows if _fits(entries, each, wanted)]
    return replace(
        entries,
        holdings=[each for each in entries.holdings if _fits(entries, each, wanted)],
        needs=[each for each in entries.needs if _fits(entries, each, wanted)],
        flows=[each for each in flows if not asked.side or _stands(entries, each, asked.side, wanted)],
    )


def _stands(entries, flow, side, wanted):
    """Whether the chosen organisation, or the chosen sector where none is, has this part in the flow."""
    if "organisation" in wanted:
        gives, takes, named = flow.givers, flow.takers, NOBODY
    else:
        gives, takes = entries.sectors_of(flow.givers), entries.sectors_of(flow.takers)
        named = flow.sectors - gives - takes
    chosen = wanted.get("organisation") or wanted.get("sector")
    return not chosen or not chosen.isdisjoint({"gives": gives, "takes": takes, "named": named}[side])


def _fits(entries, entry, wanted):
    has = {
        "country": lambda: entry.countries,
        "data_kind": lambda: entry.kinds,
        "sector": lambda: touched(entries, entry),
        "organisation": lambda: entry.parties,
        "state": lambda: {entry.state} if hasattr(entry, "state") else wanted["state"],
    }
    return all(not pks.isdisjoint(has[name]()) for name, pks in wanted.items())


def choices(asked, values, names):
    """The Choices of a form, each in the order of its vocabulary, countries and organisations by name."""
    found = []
    for name in names:
        rows = list(values.labels[name].items())
        if name in ("country", "organisation"):
            rows.sort(key=lambda row: (in_alphabet(row[1]), row[0]))
        chosen = asked.chosen.get(name, ())
        found.append(Choice(name, str(LABELS[name]), [(key, label, key in chosen) for key, label in rows]))
    return found


def selected(asked, values, part=""):
    """Pairs of the label of each filter that is on and the address that removes it."""
    return [
        (values.labels[name][key], asked.url(part=part, **{name: tuple(each for each in keys if each != key)}))
        for name, keys in asked.chosen.items()
        for key in keys
    ] + _selected_side(asked, part)


def _selected_side(asked, part):
    return [(str(SIDE_LABELS[asked.side]), asked.url(part=part, side=""))] if asked.side else []
