"""One column: a field of a page, how it is read from a cell, and how it is written into one."""

from dataclasses import dataclass
from typing import Any

from portal.taxonomy.kept import terms_with
from portal.transfer.bringing.cells import Cell


@dataclass(frozen=True)
class Column:
    """`name` is the same in every language, `label` what people call it. What `is_admin` only administrators bring."""

    name: str
    label: Any
    cell: Cell
    help_text: Any = ""
    is_admin: bool = False

    def value(self, page, known):
        """What the page says in this field, as its cell has values; nothing of what may not be named."""
        value = self._kept(page)
        return self.cell.empty if self.cell.is_hidden(value, known) else value

    def put(self, page, value, known):
        """Puts a value of its cell into the page, which is not saved. What may not be named stays where nothing is to
        take its place."""
        if value != self.cell.empty or not self.cell.is_hidden(self._kept(page), known):
            setattr(page, self.cell.field.attname, value)

    def written(self, page, known) -> str:
        """What the page says, as text."""
        return self.cell.write(self.value(page, known), known)

    def read(self, text, known):
        """The value of a text: that of nothing for an empty one. Raises Refused."""
        return self.cell.read(text, known) if text else self.cell.empty

    def wrong_in(self, page):
        """What the page says here against its own rules, as sentences."""
        return ()

    def _kept(self, page):
        return getattr(page, self.cell.field.attname)


class TermsColumn(Column):
    """A field that names several terms."""

    def value(self, page, known):
        return [term.pk for term in getattr(page, self.name).all()]

    def put(self, page, value, known):
        getattr(page, self.name).set(terms_with(self.cell.model, set(value)))


class TagsColumn(Column):
    """The tags of an entry, by their words."""

    def value(self, page, known):
        return sorted(tag.name for tag in page.tags.all())

    def read(self, text, known):
        return sorted(super().read(text, known))

    def put(self, page, value, known):
        page.tags.set(list(value))


class PlainManyColumn(Column):
    """Several terms or entries of what is no page: they can be set once it is saved (`keep_many`)."""

    def value(self, page, known):
        held = _held(page)
        if self.name in held:
            return held[self.name]
        return list(getattr(page, self.name).values_list("pk", flat=True)) if page.pk else []

    def put(self, page, value, known):
        _held(page)[self.name] = value


def keep_many(row):
    """Sets what was put into columns of several values of a row, which is saved now."""
    for name, pks in _held(row).items():
        getattr(row, name).set(pks)


def _held(row):
    return row.__dict__.setdefault("_brought", {})
