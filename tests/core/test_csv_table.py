"""CSV that people and programs read alike, and that no spreadsheet runs."""

import csv
import io

import pytest

from portal.core.csv_table import FORMULA, cell, table_response


def read(response):
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_table_comes_back_as_it_was_given():
    rows = [["one, two", 'say "yes"', "two\nlines"], ["متعدد", None, 12], ["a; =1+1", "", "x"]]

    response = table_response(["first", "second", "third"], rows, "things")

    assert response["Content-Disposition"] == 'attachment; filename="things.csv"'
    assert read(response) == [
        ["first", "second", "third"],
        ["one, two", 'say "yes"', "two\nlines"],
        ["متعدد", "", "12"],
        ["a; =1+1", "", "x"],
    ]


def test_it_begins_with_the_mark_and_ends_lines_as_rfc_4180_says():
    content = b"".join(table_response(["a"], [["b"]], "x"))

    assert content == b'\xef\xbb\xbf"a"\r\n"b"\r\n'


@pytest.mark.parametrize("sign", FORMULA)
@pytest.mark.parametrize("before", ["", " ", "\n "])
def test_a_formula_is_text(sign, before):
    text = f"{before}{sign}HYPERLINK(1)"

    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a-b", "1+1", "me@example.org", "", "'=1"])
def test_other_text_stays(text):
    assert cell(text) == text


def test_rows_are_read_while_they_are_sent():
    def rows():
        yield from ([number] for number in range(120))
        raise RuntimeError("read to the end")

    parts = iter(table_response(["a"], rows(), "x"))

    assert b'"49"' in next(parts) + next(parts)
    assert b'"99"' in next(parts)
    with pytest.raises(RuntimeError):
        next(parts)
