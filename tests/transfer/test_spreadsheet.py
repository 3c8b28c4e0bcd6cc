"""Any list as a workbook: the cells of the CSV, that run nowhere, for people of each language."""

from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import translation

from case_studies.models import CaseStudyLesson
from portal.core.csv_table import cell as csv_cell
from portal.taxonomy.models import Country
from portal.transfer.formats import every_row
from portal.transfer.formats.spreadsheet import LONGEST, plain_text, sheet_name
from tests.factories.people import member_of
from tests.factories.records import make_record
from tests.transfer.taking import ask, book, lines, sheet_rows

FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "=HYPERLINK(\"http://x\",\"y\")",
    "=cmd|' /C calc'!A0", "＝1+1", "#N/A", "#REF!", "{=1+1}",
]  # fmt: skip


def column(sheet, tag):
    """The cells below the one with this tag."""
    number = next(cell.column for cell in sheet[2] if cell.value == tag)
    return [row[number - 1] for row in sheet.iter_rows(min_row=3)]


@pytest.mark.django_db
@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_text(text):
    make_record(title="Formula", summary=f"{text}", lessons=[CaseStudyLesson(text=text)])

    (summary,) = column(book("/case-studies.xlsx").worksheets[0], "#description+summary")
    (lesson,) = column(book("/lessons.xlsx").worksheets[0], "#description+lesson")

    for cell in (summary, lesson):
        assert cell.data_type == "s"
        assert cell.value.strip() == text.strip()
        assert cell.quotePrefix == csv_cell(cell.value).startswith("'")


@pytest.mark.django_db
def test_its_cells_are_those_of_the_csv():
    countries = list(Country.objects.filter(key__in=("irq", "ukr")))
    make_record(title="One", countries=countries, context="<p>A</p><p>B</p>", from_year=2021)
    make_record(title="خرائط الألغام ‏2024‏", summary="Δ 🙂 é")
    for name in ("case-studies", "search", "lessons"):
        assert sheet_rows(f"/{name}.xlsx", member_of()) == lines(f"/{name}.csv", member_of())[2:]
    titles = {row[9] for row in sheet_rows("/case-studies.xlsx")}
    assert titles == {"One", "خرائط الألغام ‏2024‏"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "name", "header", "is_right_to_left"),
    [
        ("", "Case studies", ["code", "address"], False),
        ("/fr", "Études de cas", ["code", "adresse"], False),
        ("/ar", None, None, True),
    ],
)
def test_it_is_in_the_language_of_its_reader(prefix, name, header, is_right_to_left):
    make_record()

    opened = book(f"{prefix}/case-studies.xlsx")

    rows, about = opened.worksheets
    assert [sheet.sheet_view.rightToLeft for sheet in (rows, about)] == [is_right_to_left] * 2
    headings = [cell.value for cell in rows[1]]
    assert len(set(headings)) == len(headings)
    if name:
        assert (rows.title, headings[:2]) == (name, header)
    else:
        assert all("\u0600" <= letter <= "\u06ff" for letter in rows.title.replace(" ", ""))


@pytest.mark.django_db
def test_a_second_sheet_says_what_it_is():
    make_record(title="Wells")

    about = dict(book("/case-studies.xlsx?q=wells&colour=red").worksheets[1].values)

    assert (about["List"], about["Asked for"], about["Entries"]) == ("Case studies", "q=wells\ncolour=red", "1")
    assert about["Language"] == "en"
    assert "licence" in about["Terms"]
    assert "“colour” is not something to filter by" in about["Note"]


@pytest.mark.parametrize("text", ["a" * LONGEST, "🙂" * (LONGEST // 2)])
def test_what_fits_is_whole(text):
    assert plain_text(text) == text


@pytest.mark.parametrize("letter", ["a", "🙂", "ن"])
def test_what_does_not_fit_is_cut_and_says_so(letter):
    text = plain_text(letter * (LONGEST + 1))

    assert text.endswith("(cut here: a cell holds no more; the page has all of it)")
    assert LONGEST - 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST


@pytest.mark.django_db
def test_characters_that_a_workbook_cannot_hold_are_left_out():
    make_record(title="Ho\x0c\ufffele", summary="a\x08b\x1fc")

    (row,) = sheet_rows("/case-studies.xlsx")

    assert row[9:11] == ["Hole", "abc"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("'a[b]:c*?/\\d'", "a b  c    d"), ("x" * 40, "x" * 31), ("\n", ""), ("مسح", "مسح"), ("[]", "")],
)
def test_a_title_names_a_sheet(title, expected):
    with translation.override("en"):
        assert sheet_name(title) == expected


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["%5B%5D:*", "'", "%09", "=1", "History", "About%20this%20file", "a" * 200])
def test_whatever_is_searched_for_it_opens(words):
    assert [len(sheet.title) > 0 for sheet in book(f"/search.xlsx?q={words}").worksheets] == [True, True]


@pytest.mark.django_db
def test_nothing_is_kept_and_a_head_has_no_rows(monkeypatch):
    monkeypatch.setattr(every_row, "MOST_ROWS", 1)
    make_record()
    make_record()

    answer, head = ask("/case-studies.xlsx"), Client().head("/case-studies.xlsx")

    assert b"".join(answer).startswith(b"PK")
    assert answer["Cache-Control"] == head["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="case-studies.xlsx"'
    assert answer["X-Robots-Tag"] == "noindex"
    assert head.content == b""
    assert unquote(head["X-Notices"]) == "There are more; narrow your search to see them."
    assert Client().post("/case-studies.xlsx").status_code == 405
