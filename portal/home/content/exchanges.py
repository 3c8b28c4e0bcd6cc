"""What was exchanged, in rows: one for each pair of parties."""

from itertools import product

from case_studies.models import CaseStudyExchange
from portal.taxonomy.models import DataKind, GeographyLevel, SharingRung


def exchanges_of(part, organisations):
    """The CaseStudyExchange rows of a case, and the DataKinds that they carry, each once."""
    rows, kinds = [], {}
    for row in part.parts("data_exchanged"):
        kind = row.term("data_kind", DataKind)
        kinds |= dict.fromkeys(filter(None, [kind, *row.terms("other_data_kinds", DataKind)]))
        rows += _pairs(row, kind, organisations)
    return rows, list(kinds)


def _pairs(row, kind, organisations):
    providers = row.values_in("from", organisations) or [None]
    receivers = row.values_in("to", organisations) or [None]
    shared = {
        "what": _what(row),
        "data_kind": kind,
        "provider_note": row.text("from_note", 300),
        "receiver_note": row.text("to_note", 300),
        "level": row.term("geography_level", GeographyLevel),
        "level_note": row.text("level_note", 200),
        "rung": row.term("sharing_rung", SharingRung),
    }
    # Among parties that give to “each other”, none gives to itself.
    pairs = [(one, other) for one, other in product(providers, receivers) if one is None or one != other]
    return [CaseStudyExchange(provider=one, receiver=other, **shared) for one, other in pairs]


def _what(row):
    note = row.text("data_kind_note").rstrip(".")
    what = row.text("what")
    words = f"{what} ({note})" if note and note != what else what
    if len(words) > 300:
        row.wrong("what", words, "at most 300 characters with its note")
    return words
