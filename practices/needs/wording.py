"""Reasons and shortfalls in the reader's language; stored are codes and keys of terms."""

from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.core.languages import enumerated
from portal.records.years import years_in_words
from portal.taxonomy.models import (
    AccessMethod,
    AgreementKind,
    Audience,
    Country,
    DataKind,
    DecisionPurpose,
    GeographyLevel,
    Sector,
    SharingRung,
    UpdateFrequency,
)
from portal.taxonomy.tree import tree_of

SENTENCES = {
    "kind_same": gettext_lazy("It holds what is asked for: %(asked)s."),
    "kind_within": gettext_lazy("It holds %(held)s, a part of what is asked for: %(asked)s."),
    "kind_broader": gettext_lazy("It holds %(held)s, which may include %(asked)s: ask."),
    "kind_close": gettext_lazy("It holds %(held)s, which is close to %(asked)s."),
    "kind_missing": gettext_lazy("Not listed in it: %(asked)s."),
    "place_same": gettext_lazy("It covers %(countries)s."),
    "place_world": gettext_lazy("It covers the whole world."),
    "place_only": gettext_lazy("Of all countries it covers only: %(countries)s."),
    "place_missing": gettext_lazy("It does not cover: %(countries)s."),
    "place_unclear": gettext_lazy("It does not say which countries it covers."),
    "own_sector": gettext_lazy("It comes from the sector that asks: %(sectors)s."),
    "level_fine": gettext_lazy("Fine enough: the data are at the level “%(has)s”, the need asks for “%(asked)s”."),
    "level_coarse": gettext_lazy("Too coarse: the data are at the level “%(has)s”, the need asks for “%(asked)s”."),
    "years_covered": gettext_lazy("It covers the years that are asked for: %(years)s."),
    "years_short": gettext_lazy("It does not cover all years that are asked for: %(years)s."),
    "often_enough": gettext_lazy("Updated often enough: %(has)s; asked for: %(asked)s."),
    "too_seldom": gettext_lazy("Updated too seldom: %(has)s; asked for: %(asked)s."),
    "apart": gettext_lazy("It tells figures apart by %(by)s."),
    "not_apart": gettext_lazy("It does not tell figures apart by %(by)s."),
    "apart_unknown": gettext_lazy("It is not known whether it tells figures apart by %(by)s."),
    "useful_for": gettext_lazy("Said to be useful for %(use)s."),
    "form": gettext_lazy("%(audience)s: may have %(form)s."),
    "form_enough": gettext_lazy("%(audience)s: may have %(form)s, which is fine enough."),
    "form_coarse": gettext_lazy("%(audience)s: may have no more than %(form)s; the need asks for “%(asked)s”."),
    "form_nothing": gettext_lazy("%(audience)s: may have nothing."),
    "access_open": gettext_lazy("How to get it: %(method)s."),
    "access_limited": gettext_lazy("Not for everyone: %(method)s."),
    "access_asked": gettext_lazy("One must ask: %(method)s."),
    "access_none": gettext_lazy("Not to be had at present."),
    "agreement": gettext_lazy("An agreement is needed: %(agreement)s."),
    "owner_not_asked": gettext_lazy("Its owner was not asked whether it may be listed."),
    "owner_silent": gettext_lazy("Its owner was asked whether it may be listed, and has not answered yet."),
    "owner_refused": gettext_lazy("Its owner refused that it is listed."),
    "updates_unknown": gettext_lazy("It is not known how often it is updated."),
    "fresh": gettext_lazy("Last updated in %(month)s, in time for “%(frequency)s”."),
    "due": gettext_lazy("Last updated in %(month)s; for “%(frequency)s” the next update is due."),
    "late": gettext_lazy("Last updated in %(month)s, late for “%(frequency)s”."),
}
USUAL = {
    "form": gettext_lazy("%(audience)s: may usually have %(form)s; the owner has not stated it."),
    "form_enough": gettext_lazy(
        "%(audience)s: may usually have %(form)s, which is fine enough; the owner has not stated it."
    ),
    "form_coarse": gettext_lazy(
        "%(audience)s: may usually have no more than %(form)s; the need asks for “%(asked)s”. "
        "The owner has not stated it."
    ),
    "form_nothing": gettext_lazy("%(audience)s: may usually have nothing; the owner has not stated it."),
}
"""The same where it rests on the usual proposal, not on what the owner stated."""
TERMS = {
    "agreement": AgreementKind,
    "asked": DataKind,
    "audience": Audience,
    "countries": Country,
    "form": SharingRung,
    "frequency": UpdateFrequency,
    "held": DataKind,
    "method": AccessMethod,
    "sectors": Sector,
}
"""By parameter, whose key it is; `asked` and `has` of some codes stand in other vocabularies."""
OTHERS = {
    "level_fine": GeographyLevel,
    "level_coarse": GeographyLevel,
    "form_coarse": GeographyLevel,
    "often_enough": UpdateFrequency,
    "too_seldom": UpdateFrequency,
}
WAYS = {
    "age": pgettext_lazy("figures by", "age"),
    "disability": pgettext_lazy("figures by", "disability"),
    "sex": pgettext_lazy("figures by", "sex"),
}


def sentence(said):
    """The sentence of one stored reason or shortfall; "" for a code of an older version."""
    code, sentences = said["code"], SENTENCES if said.get("is_stated", True) else USUAL
    if code not in sentences:
        return ""
    words = {name: _words(code, name, value) for name, value in said.items()}
    words |= {"years": years_in_words(said.get("first"), said.get("last")), "use": _use(said), "month": _month(said)}
    return sentences[code] % words


def _words(code, name, value):
    model = OTHERS.get(code, TERMS.get(name)) if name in ("asked", "has") else TERMS.get(name)
    if name == "by":
        return enumerated(WAYS[way] for way in value)
    if model is None:
        return value
    return enumerated(_label(model, key) for key in (value if isinstance(value, list) else [value]) if key)


def _label(model, key):
    node = tree_of(model).by_key.get(key)
    return node.label if node else key


def _use(said):
    decision, sector = said.get("decision"), said.get("sector")
    if not decision or not sector:
        return _label(Sector, sector) if sector else ""
    return _("%(decision)s (%(sector)s)") % {
        "decision": _label(DecisionPurpose, decision), "sector": _label(Sector, sector)
    }  # fmt: skip


def _month(said):
    return formats.date_format(date.fromisoformat(said["on"]), "F Y") if "on" in said else ""
