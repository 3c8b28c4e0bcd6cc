"""How a kind of data that is held stands to one that is asked for."""

from collections import defaultdict
from enum import IntEnum

OWNER = "owner_sector"
"""The column of the vocabulary that says which sector usually keeps such data."""


class Relation(IntEnum):
    """From the closest; the number is how much of the asked kind it is, in hundredths."""

    SAME = 100
    WITHIN = 95
    """A kind of the group that was asked for: whoever asks for the group takes any of them."""
    BROADER = 60
    """The group is held; whether the asked kind is among it, its holder must say."""
    WITHIN_OTHER = 50
    """A kind of the group that others than the group's usual keepers have: seldom what is meant."""
    BROADER_OTHER = 35
    CLOSE = 30
    """Another kind of the same group, usually kept by the same sector: kinds of other keepers are no answer."""


EXACT = (Relation.SAME, Relation.WITHIN)


def relations_of(terms) -> dict[str, dict[str, Relation]]:
    """Of each kind of data the kinds that answer it, with their Relation; `terms` by primary key."""
    above = {term.key: _above(term, terms) for term in terms.values()}
    beside = defaultdict(list)
    for term in terms.values():
        if term.parent_id and term.attributes.get(OWNER):
            beside[term.parent_id, term.attributes[OWNER]].append(term.key)
    related = defaultdict(dict)
    for group in beside.values():
        for key in group:
            related[key] |= dict.fromkeys(group, Relation.CLOSE)
    keeper = {term.key: term.attributes.get(OWNER) for term in terms.values()}
    for key, broader in above.items():
        for each in broader:
            is_alike = keeper[each] == keeper[key]
            related[key][each] = Relation.BROADER if is_alike else Relation.BROADER_OTHER
            related[each][key] = Relation.WITHIN if is_alike else Relation.WITHIN_OTHER
        related[key][key] = Relation.SAME
    return dict(related)


def best_relations(asked, held, related) -> dict[str, tuple[Relation, tuple[str, ...]]]:
    """By asked kind, the closest Relation in which a held kind stands to it, and the kinds that do; nothing for a kind
    that no held one answers."""
    found = {}
    for kind in asked:
        near = related.get(kind, {})
        if answers := [(near[key], key) for key in held if key in near]:
            best = max(relation for relation, _ in answers)
            found[kind] = best, tuple(sorted(key for relation, key in answers if relation is best))
    return found


def _above(term, terms):
    chain, parent = [], terms.get(term.parent_id)
    while parent and parent.key not in chain:
        chain.append(parent.key)
        parent = terms.get(parent.parent_id)
    return chain
