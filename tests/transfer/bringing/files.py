"""Files for the tests of what is brought: made as people and programs make them."""

import csv
import io
import json

from openpyxl import Workbook

from portal.transfer.bringing.sheets import FOR_MEMBERS, read_table


def as_csv(*rows, encoding="utf-8", divider=","):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=divider).writerows(rows)
    return text.getvalue().encode(encoding)


def as_json(rows):
    return json.dumps({"rows": rows}, ensure_ascii=False).encode()


def as_xlsx(*rows, change=lambda book: None):
    """A workbook of these rows; `change(book)` does to it what people do."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def table(data, limits=FOR_MEMBERS):
    return read_table(io.BytesIO(data), limits)
