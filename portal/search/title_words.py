"""The words of titles and summaries as they are written, counted: what a typing error may have meant.

Kept like the counts of facets: a change of a record adds and takes away its own words only. A word counts at the rank
of who may know of the record, since title and summary are on its card; so no word of a record of which a reader may not
know is among the words read for that reader.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import batched

from django.db import connection

from . import analysis
from .enums import EVERYTHING_RANK, MEMBERS_RANK
from .models import RecordCard, SearchWord

SHORTEST = 4
"""Letters of the shortest word in which a typing error is told from another word."""
LONGEST, LONGEST_WRITTEN = analysis.LONGEST_WORD, 60
APOSTROPHE = re.compile("['’ʼ＇]")
BATCH = 500
ADD = """
    INSERT INTO search_searchword (rank, length, word, written, documents) VALUES {rows}
    ON CONFLICT (rank, written) DO UPDATE SET documents = search_searchword.documents + excluded.documents
"""


def written_words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text that may be meant by a typing error: folded, and as written. No numbers, no small words."""
    for token in analysis.tokens(text):
        whole = analysis.DROPPED.sub("", unicodedata.normalize("NFC", token.group()))
        for written in APOSTROPHE.split(whole):
            folded = analysis.plain_words(written)
            if len(folded) == 1 and may_be_meant(folded[0]) and len(written) <= LONGEST_WRITTEN:
                yield folded[0], written


def may_be_meant(word: str) -> bool:
    """Whether a folded word is long enough, has letters only, and carries meaning."""
    return len(word) >= SHORTEST and word.isalpha() and word not in analysis.STOP_WORDS


@contextmanager
def renewed(ids, written):
    """On leaving, the kept words are those of the records in `written` where they were those of `ids` on entering."""
    words = _counted(ids)
    words = Counter({key: -count for key, count in words.items()})
    yield
    words.update(_counted(written))
    _add({key: count for key, count in words.items() if count})


def recount():
    """Counts all words anew."""
    SearchWord.objects.all().delete()
    _add(_counted())


def are_right() -> bool:
    """Whether the kept words are those of the cards."""
    rows = SearchWord.objects.values_list("rank", "word", "written", "documents")
    return {tuple(row[:3]): row[3] for row in rows} == _counted()


def _counted(ids: Iterable[int] | None = None) -> Counter:
    """By rank, word and written form, in how many of these records it stands; None: of all records."""
    cards = RecordCard.objects.order_by("document").values_list("document__listed_rank", "document", "title", "summary")
    if ids is not None:
        cards = cards.filter(document__in=ids)
    by_document = {}
    for listed, document, *texts in cards.iterator(chunk_size=2000):
        rank = listed if listed <= MEMBERS_RANK else EVERYTHING_RANK
        words = by_document.setdefault((document, rank), set())
        for text in texts:
            words.update(written_words(text))
    return Counter((rank, *word) for (_, rank), words in by_document.items() for word in words)


def _add(words):
    with connection.cursor() as cursor:
        for some in batched(sorted(words.items()), BATCH):
            rows = [(rank, len(word), word, written, count) for (rank, word, written), count in some]
            marks = ", ".join(["(%s, %s, %s, %s, %s)"] * len(rows))
            cursor.execute(ADD.format(rows=marks), [value for row in rows for value in row])
    gone = [written for (_, _, written), count in words.items() if count < 0]
    for some in batched(gone, BATCH):
        SearchWord.objects.filter(written__in=some, documents__lte=0).delete()
