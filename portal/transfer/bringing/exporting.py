"""Writes entries of a kind into a file that `bring` reads again, unchanged: as CSV, XLSX or JSON."""

from collections.abc import Iterator

from portal.access.models import RecordIdentity
from portal.taxonomy.tree import held
from portal.transfer.bringing import bases, plain_bases
from portal.transfer.bringing.columns.layout import layout_of
from portal.transfer.bringing.columns.state import ONE_LANGUAGE, StateColumn

AT_ONCE = 100


def names_of(kind) -> tuple[str, ...]:
    """The names of the columns, the same in every language."""
    return tuple(column.name for column in layout_of(kind))


def rows_of(kind, known, *, only_published=False, tell=lambda done, total: None) -> Iterator[tuple[str, ...]]:
    """The texts of every entry of a kind, ordered by code and language: of each what is published, of what never was
    its latest draft unless `only_published`. Withdrawn entries are left out."""
    pages = _pages(kind, only_published)
    columns, made_of = layout_of(kind), bases if kind.is_page else plain_bases
    for number, pk in enumerate(pages, 1):
        with held():
            row = kind.model.objects.get(pk=pk)
            yield _texts(made_of.published_or_draft(row, known), columns, known)
        tell(number, len(pages))


def _pages(kind, only_published):
    """The primary keys of pages, in the order of the file."""
    pages = kind.model.objects.live() if only_published and kind.is_page else kind.model.objects.all()
    language = [] if kind.key in ONE_LANGUAGE else ["locale__language_code"]
    rows = [(pk, key, "".join(rest)) for pk, key, *rest in pages.values_list("pk", kind.key_field, *language)]
    codes = _codes(kind)
    known = [(codes[key], language, pk) for pk, key, language in rows if key in codes]
    return [pk for _code, _language, pk in sorted(known)]


def _codes(kind):
    return dict(RecordIdentity.objects.filter(kind=kind.key, withdrawn_at=None).values_list("key", "code"))


def _texts(base, columns, known):
    return tuple(
        base.state[column.name] if isinstance(column, StateColumn) else column.written(base.page, known)
        for column in columns
    )
