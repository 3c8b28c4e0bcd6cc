"""Brings the files of `data/` into the database; running it again changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from django.db import models, transaction

from portal.taxonomy.announcing import announce_change
from portal.taxonomy.files import DATA
from portal.taxonomy.glossary_file import read_glossary
from portal.taxonomy.merging import merged, merged_attributes
from portal.taxonomy.models import GlossaryTerm, Region, Term
from portal.taxonomy.rows import read_vocabularies


@dataclass
class Counts:
    """How many terms were created, updated, left; and how many fields were kept as an editor had left them."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0


def load_vocabularies(*, folder: Path = DATA) -> dict[type[models.Model], Counts]:
    """Loads all vocabularies and the glossary from `folder`, all or nothing; answers counts by class.

    What editors changed is kept, terms that no file names are left alone. Raises WrongFile, with a sentence for each
    wrong cell, before anything is written.
    """
    tables = {vocabulary.model: rows for vocabulary, rows in read_vocabularies(folder).items()}
    tables[GlossaryTerm] = read_glossary(folder)
    with transaction.atomic():
        return {model: _load(model, rows) for model, rows in tables.items()}


def _load(model, rows):
    known = {term.key: term for term in model.objects.all()}
    links = _links(model, known)
    counts = Counts()
    # First the new terms: a known one may have moved below one of them.
    _create(model, [row for row in rows if row["key"] not in known], links, counts)
    _update(model, [(known[row["key"]], row) for row in rows if row["key"] in known], links, counts)
    return counts


def _create(model, rows, links, counts):
    while rows:
        # One level of the tree after the other: a term needs its broader one's primary key.
        ready = [row for row in rows if not row.get("parent") or row["parent"] in links["parent"]]
        created = model.objects.bulk_create([_new(model, row, links) for row in ready])
        links["parent"] |= {term.key: term.pk for term in created}
        counts.created += len(created)
        rows = [row for row in rows if row["key"] not in links["parent"]]


def _links(model, known):
    """The foreign keys that a file fills: field → key of the term → primary key."""
    links = {"parent": {key: term.pk for key, term in known.items()}}
    if hasattr(model, "region"):
        links["region"] = dict(Region.objects.values_list("key", "pk"))
    return links


def _new(model, row, links):
    values = {name: value for name, value in row.items() if name not in links}
    pks = {f"{name}_id": links[name].get(row[name]) for name in links if name in row}
    return model(**values, **pks, loaded=row)


def _update(model, pairs, links, counts):
    changed, projected, names = [], set(), {"loaded"}
    for term, row in pairs:
        changes, kept = _changes(term, row, links)
        counts.kept += kept
        if not changes and term.loaded == row:
            counts.unchanged += 1
            continue
        for name, value in changes.items():
            setattr(term, name, value)
        if changes.keys() & set(getattr(model, "projected", ())):
            projected.add(term.pk)
        term.loaded = row
        changed.append(term)
        names |= {name.removesuffix("_id") for name in changes}
    if changed:
        model.objects.bulk_update(changed, sorted(names), batch_size=200)
        counts.updated += len(changed)
    if projected and issubclass(model, Term):
        announce_change(model=model, pks=projected, by=None)


def _changes(term, row, links):
    """What the row changes, by attribute name, and how many fields stay as an editor left them."""
    current = {name: getattr(term, name) for name in row if name not in links}
    for name in links.keys() & row.keys():
        keys = {pk: key for key, pk in links[name].items()}
        current[name] = keys.get(getattr(term, f"{name}_id"), "")
    plain = {name: value for name, value in row.items() if name != "attributes"}
    changes, kept = merged(current, term.loaded, plain)
    for name in links.keys() & changes.keys():
        changes[f"{name}_id"] = links[name].get(changes.pop(name))
    if "attributes" in row:
        attributes, kept_columns = merged_attributes(
            term.attributes, term.loaded.get("attributes", {}), row["attributes"]
        )
        kept += kept_columns
        if attributes != term.attributes:
            changes["attributes"] = attributes
    return changes, kept
