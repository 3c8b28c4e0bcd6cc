"""Makes a bundle: everything that a visitor may read, as one packed file of pages that needs no connection."""

from contextlib import nullcontext
from dataclasses import dataclass
from itertools import batched, chain
from pathlib import Path

from django.db import connection
from django.utils.translation import override

from portal.backup.snapshot import snapshot
from portal.core.csv_table import lines
from portal.core.page_paths import roots_held
from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import Country
from portal.transfer.hxl import tag_rows

from .contents import AT_ONCE, contents_of, lessons_of
from .described import CONTENTS, described
from .finding import Words
from .pages import About, Places, leaves, rendered
from .printing import Press
from .shown import entries_of
from .where import Where
from .zipped import Packed

PARTS = Path(__file__).with_name("parts")
ON_PAPER = Where(is_paper=True)


@dataclass(frozen=True)
class Made:
    """What was put into a bundle."""

    entries: int
    files: int


def one_moment():
    """Everything read inside is of one moment: else a page might link to an entry that was taken away since. Inside
    a transaction of somebody else's it is theirs."""
    return nullcontext() if connection.in_atomic_block else snapshot()


def write_bundle(stream, *, language, moment, country="", has_pdfs=False, tell=lambda done, total: None) -> Made:
    """Writes a bundle into a stream of bytes, in a language of the interface, made at a `moment` that its pages say.

    `country` is the key of the Country that it is about, "" for all; `tell(done, total)` hears how far it is. The same
    records and the same moment give the same bytes. Raises NothingPublic where there is nothing for visitors, and
    NoPress where PDFs were asked for and this machine makes none.
    """
    with override(language), one_moment(), roots_held(), Packed(stream, _folder(language, country)) as packed:
        contents = contents_of(country)
        with Press() if has_pdfs else nullcontext() as press:
            Bundle(packed, contents, About(moment, contents.total, _name(country)), country, press, tell).write()
        return Made(contents.total, len(packed.parts))


def _folder(language, country):
    return "-".join(filter(None, ["portal", language, country]))


def _name(country):
    return kept_by_key(Country)[country].label if country else ""


class Bundle:
    """One bundle while it is written; a part is forgotten when it is in the file."""

    def __init__(self, packed, contents, about, country, press, tell):
        self.packed, self.contents, self.about, self.country = packed, contents, about, country
        self.press, self.tell, self.done = press, tell, 0
        self.where, self.places = Where(contents.codes_by_path()), Places()

    def write(self):
        """Writes all of it."""
        for name in ("style.css", "search.js"):
            self.packed.add(f"parts/{name}", (PARTS / name).read_bytes())
        labels = {each.kind.key: str(each.kind.label) for each in self.contents.lists}
        with self.packed.apart("parts/entries.js") as stream:
            words = Words(stream, labels)
            for each in self.contents.lists:
                self._write_kind(each, words)
            words.end()
        self._write_lessons()
        for key, label, hits in self.places.in_order():
            self._write_list("countries", key, label, hits)
        self._write_first()

    def _write_kind(self, each, words):
        """The table of a kind with the words of its entries, then its list and its entries."""
        columns = each.source.columns
        with self.packed.apart(f"csv/{each.name}.csv") as stream:
            for text in lines(columns, chain(tag_rows(columns), self._noted(each, words))):
                stream.write(text.encode())
        self._write_list("lists", each.name, str(each.kind.label_plural), each.hits, table=f"../csv/{each.name}.csv")
        for some in batched(each.hits, AT_ONCE):
            for entry in entries_of(each.kind, some):
                self._write_entry(*entry)

    def _noted(self, each, words):
        """The cells of each row; its words and countries are noted on the way."""
        of_countries = each.source.columns.index("countries")
        for hit, row in each.rows():
            words.add(hit, row)
            self.places.add(hit, row.values[of_countries])
            yield row.cells

    def _write_entry(self, hit, template, context):
        countries = self.places.keys_of(hit)
        page = rendered(template, context, self.about)
        self.packed.add(f"records/{hit.code}.html", self.where.placed(page, countries))
        if self.press:
            sheet = rendered(template, context, self.about, is_paper=True)
            self.packed.add(f"pdf/{hit.code}.pdf", self.press.pdf_of(ON_PAPER.placed(sheet)))
        self.done += 1
        self.tell(self.done, self.contents.total)

    def _write_list(self, folder, name, title, hits, table=""):
        for leaf in leaves(folder, name, hits):
            context = {"leaf": leaf, "title": title, "total": len(hits), "table": table}
            self.packed.add(leaf.name, self.where.placed(rendered("offline/list.html", context, self.about)))

    def _write_lessons(self):
        """The lessons of all cases as a table; nothing where there are none."""
        source, hits = lessons_of(self.country)
        if not hits:
            return
        with self.packed.apart("csv/lessons.csv") as stream:
            rows = (row.cells for some in batched(hits, AT_ONCE) for row in source.rows(list(some)))
            for text in lines(source.columns, chain(tag_rows(source.columns), rows)):
                stream.write(text.encode())

    def _write_first(self):
        """What programs read of the bundle, and the page with which people begin."""
        tables = sorted(name for name in self.packed.parts if name.startswith("csv/"))
        context = {"lists": self.contents.lists, "countries": self.places.in_order(), "tables": tables}
        page = rendered("offline/index.html", {**context, "has_pdfs": bool(self.press)}, self.about, up="")
        self.packed.add(CONTENTS, described(self.contents, self.about))
        self.packed.add("index.html", self.where.placed(page))
