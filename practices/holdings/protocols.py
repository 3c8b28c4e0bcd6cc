"""How sensitive a country's information sharing protocol says that data are, and when that counts for a holding.

What protocols say, the room that knows agreements tells (practices.agreements): it registers what reads them here. Only
protocols that every member may read count, so that nobody learns of another one by what a form refuses.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from portal.taxonomy.models import Sensitivity, Term

LEAST = 0
_readers = []


@dataclass(frozen=True)
class ByProtocol:
    """A class of sensitivity, and the key of the protocol that says so."""

    sensitivity: Sensitivity
    protocol: UUID


def on_classes(read):
    """Has `read(countries, data_kinds)` (primary keys) asked for the ByProtocols of the protocols in force there."""
    if read not in _readers:
        _readers.append(read)
    return read


def class_by_protocol(countries: Iterable[Term], data_kinds: Iterable[Term]) -> ByProtocol | None:
    """The strictest class that a protocol in force gives one of these kinds of data in one of these countries."""
    places, kinds = [each.pk for each in countries], [each.pk for each in data_kinds]
    if not (places and kinds):
        return None
    found = [said for read in _readers for said in read(places, kinds)]
    return max(found, key=lambda said: (rank_of(said.sensitivity), said.protocol), default=None)


def class_of(holding) -> ByProtocol | None:
    """The same for a DataHoldingPage."""
    return class_by_protocol(holding.countries.all(), holding.data_kinds.all())


def counts_for(holding, said: ByProtocol | None) -> bool:
    """Whether the class of a protocol counts and not what the holding says: where nobody assessed the data, and where
    they are said to be less sensitive without a reason."""
    if said is None:
        return False
    return holding.data_sensitivity is None or _is_lower(holding.data_sensitivity, holding.assessed_why, said)


def problems_with_protocol(values) -> dict[str, str]:
    """By field, what is wrong with a sensitivity below that of a protocol; `values` are those of a holding's form, by
    name."""
    own, why = values.get("data_sensitivity"), values.get("assessed_why") or ""
    if own is None or why.strip():
        return {}
    said = class_by_protocol(values.get("countries") or (), values.get("data_kinds") or ())
    if said is None or not _is_lower(own, why, said):
        return {}
    sentence = _("The information sharing protocol of the country says “%(class)s”. Say why these data are less.")
    return {"assessed_why": sentence % {"class": said.sensitivity.label}}


def rank_of(sensitivity):
    """1 for the least sensitive to 4 for the most (column `rank` of the vocabulary)."""
    return int(sensitivity.attributes.get("rank") or LEAST)


def _is_lower(own, why, said):
    return rank_of(own) < rank_of(said.sensitivity) and not why.strip()
