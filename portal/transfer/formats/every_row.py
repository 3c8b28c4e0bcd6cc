"""All rows of a list, read some hundred at a time, for the forms that hold them all."""

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.languages import reading_language
from portal.records.reads import note_read
from portal.transfer.sources.source import Row

from .notices import notices_of

MOST_ROWS = 10_000
AT_ONCE = 250


def first_part(source):
    """The Result with which a file begins: read before its answer does, so that a fault is an error and not half a
    file."""
    return source.page(1, AT_ONCE)


def notices_of_all(first) -> list[str]:
    """What a page would say of the list, and whether the file ends before it does."""
    cut = [_("There are more; narrow your search to see them.")] if first.total > MOST_ROWS else []
    return [*notices_of(first), *cut]


def every_row(request, source, first) -> Iterator[Row]:
    """The Rows, beginning with those of the `first` part. What is written while this is read may move rows from one
    part to the next: none comes twice."""
    language, result, sent, number = reading_language(), first, set(), 1
    while result is not None:
        # Set for each part alone: between two of them the thread belongs to whoever sends the answer.
        with translation.override(language):
            hits = [hit for hit in result.hits if hit.url not in sent][: MOST_ROWS - len(sent)]
            rows = source.rows(hits)
            note_read(request, *(row.key for row in rows if row.shows_details))
        sent.update(hit.url for hit in hits)
        yield from rows
        number += 1
        with translation.override(language):
            more = number <= result.pages and len(sent) < MOST_ROWS
            result = source.page(number, AT_ONCE) if more else None
