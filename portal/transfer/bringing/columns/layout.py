"""What stands in a file of a kind, in which order, and which column a name in a header means."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.core.languages import LANGUAGES
from portal.transfer.bringing.known import allowed_of
from portal.transfer.bringing.wrong import Wrong

from .column import Column
from .of_kind import columns_of
from .state import beside

TITLES = {"organisation": "name_en"}
"""By kind the column of its title, where that is called otherwise."""


def layout_of(kind, *, is_admin=True) -> tuple[Column, ...]:
    """All columns of a kind's files; those that members bring leave out what administrators bring."""
    first, last = beside(kind)
    columns = (*first, *columns_of(kind), *last)
    return columns if is_admin else tuple(column for column in columns if not column.is_admin)


def headings(columns) -> list[str]:
    """The labels of columns in the reader's language; where two are alike, each with its name."""
    labels = [str(column.label) for column in columns]
    return [
        label if labels.count(label) == 1 else f"{label} ({column.name})"
        for label, column in zip(labels, columns, strict=True)
    ]


def matched(header, kind) -> tuple[dict[int, Column], list[Wrong]]:
    """By place in a header the Column that it names, by its name or by what it is called in one of the languages; and
    what is wrong with it."""
    words, found, wrong = _words(kind), {}, []
    for place, name in enumerate(header):
        column = words.get(name.casefold())
        if column is None:
            wrong.append(_unknown(name, place, kind))
        elif column in found.values():
            wrong.append(Wrong(0, name, "", _("Two columns have this name. Keep one.")))
        else:
            found[place] = column
    there, title = {column.name for column in found.values()}, TITLES.get(kind.key, "title")
    if found and not there & {"code", title}:
        wrong.append(Wrong(0, title, "", _("This column is missing: without it nobody knows what a row is about.")))
    return found, wrong


def _unknown(name, place, kind):
    if not name:
        return Wrong(0, "", "", _("Column number %d has no name in the first row.") % (place + 1))
    names = [column.name for column in layout_of(kind)]
    return Wrong(0, name, "", _("There is no such column."), allowed_of(name, [*names, *headings(layout_of(kind))]))


def _words(kind):
    words, columns = {}, layout_of(kind)
    for language in LANGUAGES:
        with override(language):
            words |= {name.casefold(): column for name, column in zip(headings(columns), columns, strict=True)}
    return words | {column.name: column for column in columns}
