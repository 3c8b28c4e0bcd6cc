"""Organisations that the first content names."""

from dataclasses import dataclass
from typing import Any

from portal.directory.models import Organisation
from portal.taxonomy.models import OrganisationType, Sector

from .places import countries_of

FIELD_OF = {
    "acronym": "acronym", "countries": "countries", "is_authority": "kind", "name": "name", "organisation_type": "kind",
    "sectors": "sectors",
}  # fmt: skip
"""What the files call a field that the editors inferred → the field where it is marked as unconfirmed."""


class Organisations:
    """The organisations of the file: `by_id` has those that are there already, as they are, and the others unsaved."""

    def __init__(self, reading, *, is_demo=False):
        parts = reading.entries("organisations")
        ids = {part.id: part.id for part in parts}
        plans = {part.id: _plan(part, ids) for part in parts}
        there = Organisation.objects.filter(source_id__in=ids).select_related("merged_into")
        known = {each.source_id: each.merged_into or each for each in there}
        self._new = {key: plan for key, plan in plans.items() if key not in known}
        unsaved = {key: Organisation(source_id=key, is_demo=is_demo, **plan.fields) for key, plan in self._new.items()}
        self.by_id = known | unsaved

    def save(self):
        """Saves the new ones; answers how many they are."""
        for key, plan in self._new.items():
            organisation = self.by_id[key]
            organisation.save()
            for name, terms in plan.relations.items():
                if terms:
                    getattr(organisation, name).set(terms)
        self._join()
        return len(self._new)

    def _join(self):
        for key, plan in self._new.items():
            if plan.part_of:
                self.by_id[key].part_of = self.by_id[plan.part_of]
                self.by_id[key].save()


@dataclass(frozen=True)
class _Plan:
    fields: dict[str, Any]
    relations: dict[str, list[Any]]
    part_of: str | None


def _plan(part, ids):
    kind = part.term("organisation_type", OrganisationType)
    if kind and kind.flag("is_authority") != bool(part.values.get("is_authority")):
        part.wrong("is_authority", part.values.get("is_authority"), f"{kind.flag('is_authority')} ({kind.key})")
    fields = {
        "name_en": part.text("name", 250),
        "name_fr": part.text("name_fr", 250),
        "name_ar": part.text("name_ar", 250),
        "acronym": part.text("acronym", 40),
        "also_named": part.list("also_named"),
        "kind": kind,
        "website": part.text("website", 200),
        "mailbox": part.text("mailbox", 254),
        "unconfirmed_fields": list(dict.fromkeys(part.values_in("inferred_fields", FIELD_OF))),
    }
    relations = {"countries": countries_of(part), "sectors": part.terms("sectors", Sector)}
    return _Plan(fields, relations, part.value("part_of", ids))
