"""Organisations that the first content names."""

from portal.directory.models import Organisation
from portal.taxonomy.models import Country, OrganisationType, Sector

from .places import countries_of

FIELD_OF = {"organisation_type": "kind", "is_authority": "kind", "countries": "countries", "acronym": "acronym",
            "name": "name", "sectors": "sectors"}  # fmt: skip
"""What the files call a field that the editors inferred → the field where it is marked as unconfirmed."""


def load_organisations(reading, *, is_demo=False):
    """All organisations of the file by id; new ones are created, known ones left as they are. Counts the new ones.

    Raises WrongContent before anything is written.
    """
    parts = reading.entries("organisations")
    ids = {part.id: part.id for part in parts}
    plans = [_plan(part, ids) for part in parts]
    reading.stop_if_wrong()
    known = {each.source_id: each for each in Organisation.objects.filter(source_id__in=ids)}
    created = [_create(plan, is_demo) for plan in plans if plan["fields"]["source_id"] not in known]
    known |= {each.source_id: each for each in created}
    _join(created, plans, known)
    return known, len(created)


def _plan(part, ids):
    kind = part.term("organisation_type", OrganisationType)
    if kind and kind.flag("is_authority") != bool(part.values.get("is_authority")):
        part.wrong("is_authority", part.values.get("is_authority"), f"{kind.key}: {kind.flag('is_authority')}")
    fields = {
        "source_id": part.id,
        "name_en": part.text("name", 250),
        "name_fr": part.text("name_fr", 250),
        "name_ar": part.text("name_ar", 250),
        "acronym": part.text("acronym", 40),
        "also_named": part.list("also_named"),
        "kind": kind,
        "website": part.text("website", 200),
        "mailbox": part.text("mailbox"),
        "unconfirmed_fields": list(dict.fromkeys(part.values_in("inferred_fields", FIELD_OF))),
    }
    relations = {"countries": countries_of(part, Country), "sectors": part.terms("sectors", Sector)}
    return {"fields": fields, "relations": relations, "part_of": part.value("part_of", ids)}


def _create(plan, is_demo):
    organisation = Organisation.objects.create(is_demo=is_demo, **plan["fields"])
    for name, terms in plan["relations"].items():
        if terms:
            getattr(organisation, name).set(terms)
    return organisation


def _join(created, plans, known):
    larger = {plan["fields"]["source_id"]: plan["part_of"] for plan in plans if plan["part_of"]}
    for organisation in created:
        if organisation.source_id in larger:
            organisation.part_of = known[larger[organisation.source_id]]
            organisation.save()
