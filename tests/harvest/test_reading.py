"""What an answer says, whatever it is made of."""

import json
from datetime import date

import pytest

from portal.harvest.reading import Unreadable
from portal.harvest.reading.ckan import read_answer, site_of
from portal.harvest.reading.days import day, period
from portal.harvest.reading.package import described
from portal.harvest.reading.plain import lines, text, whole, words, yes
from tests.harvest.answers import HELP, REAL, SITE, package, search


def test_a_real_answer_is_read_whole():
    answer = read_answer(REAL.read_bytes())

    said = [described(each, SITE) for each in answer.packages]
    assert (answer.count, answer.is_whole, len(said)) == (10, True, 10)
    assert {each.refusal for each in said} == {""}
    assert said[0].title == "ACLED Conflict Data for Libya"
    assert said[0].address == f"{SITE}/dataset/acled-conflict-data-for-libya"
    assert (said[0].first_day, said[0].last_day) == (date(1997, 1, 1), date(2015, 12, 31))
    assert {each.not_read for each in said} == {()}


@pytest.mark.parametrize(
    ("content", "count", "is_whole"),
    [
        (search(package()), 1, True),
        (search(package(), count=7), 7, False),
        (json.dumps({"success": True, "result": package()}).encode(), 1, False),
        (json.dumps([package()]).encode(), 1, True),
        (json.dumps(package()).encode(), 1, False),
        (b"\xef\xbb\xbf" + search(), 0, True),
    ],
)
def test_each_form_of_an_answer_is_read(content, count, is_whole):
    answer = read_answer(content)

    assert (answer.count, answer.is_whole) == (count, is_whole)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b"\xff\xfe\x00",
        b"null",
        b"7",
        b"{}",
        b'{"success": true, "result": "none"}',
        b'{"success": true, "result": {"results": 3}}',
        b'{"success": false, "error": {"message": "Not found"}}',
        b'{"success": false, "error": [1]}',
        b"[" * 100_000,
        b'{"result": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_answer_is_said_in_a_sentence(content):
    with pytest.raises(Unreadable) as refused:
        read_answer(content)

    assert str(refused.value).strip()


def test_the_site_is_what_the_answer_names():
    assert site_of(HELP) == SITE
    assert site_of("https://example.org/catalogue/api/action/package_search") == "https://example.org/catalogue"
    assert [site_of(each) for each in ("package_search", "ftp://x/api/", "http://[", "", "https:///api/")] == [""] * 5


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2026-09-14T08:30:00.123456", date(2026, 9, 14)),
        ("2026-09-14", date(2026, 9, 14)),
        ("2026-09", date(2026, 9, 1)),
        ("2026", date(2026, 1, 1)),
        ("12/31/2015", date(2015, 12, 31)),
        ("31/12/2015", None),
        ("2026-02-30", None),
        ("0001-01-01", None),
        ("9999", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days(said, expected):
    assert day(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("[2015-01-01T00:00:00 TO 2016-12-31T23:59:59]", (date(2015, 1, 1), date(2016, 12, 31), False)),
        ("[2015-01-01T00:00:00 TO *]", (date(2015, 1, 1), None, True)),
        ("01/31/1997-12/31/2015", (date(1997, 1, 31), date(2015, 12, 31), False)),
        ("2015-01-01/2016-01-01", (date(2015, 1, 1), date(2016, 1, 1), False)),
        ("12/31/2015", (date(2015, 12, 31), date(2015, 12, 31), False)),
        ("[2016-01-01 TO 2015-01-01]", None),
        ("[* TO 2015-01-01]", None),
        ("[* TO *]", None),
        ("last year", None),
    ],
)
def test_periods(said, expected):
    assert period(said) == expected


def test_values_of_every_shape():
    odd = [None, True, [], {}, 3.5, "x", [None], float("nan")]

    assert [text(each) for each in odd] == ["", "", "", "", "3.5", "x", "", "nan"]
    assert [yes(each) for each in (True, "1", "True", 1, False, "0", "", None, "maybe", [])] == [
        True, True, True, True, False, False, False, None, None, False,
    ]  # fmt: skip
    assert [whole(each) for each in (7, "1,000", "12.0", "-3", "x", None, "٣", "9" * 40)] == [
        7, 1000, 12, None, None, None, None, None,
    ]  # fmt: skip
    assert words(["a", None, {"b": 1}, "a", " c "]) == ["a", "c"]
    assert words("a, b ,a") == ["a", "b"]


def test_texts_lose_markup_and_what_cannot_be_kept():
    said = "# Title\r\n\r\n**All** <b>of</b> it&nbsp;and [more](https://x.example.org)\n- one\x00\ud800\u202etwo"

    assert lines(said) == "Title\n\nAll of it and more\nonetwo"


def test_what_is_asked_for_and_not_downloaded():
    asked_for = {"is_requestdata_type": True, "field_names": ["id", "date"], "file_types": ["csv"], "resources": None}

    said = described(package(num_of_rows="1200", **asked_for), SITE)

    assert (said.is_by_request, said.is_open, said.number_of_rows) == (True, False, 1200)
    assert (said.columns, said.formats) == (("id", "date"), (("csv",),))


def test_files_kept_back_as_sensitive_are_not_told_of():
    kept_back = {"format": "CSV", "in_quarantine": "true", "last_modified": "2026-11-01", "microdata": True}

    said = described(package(resources=[kept_back], last_modified=None), SITE)

    assert (said.formats, said.is_open, said.last_updated_on, said.is_microdata) == ((), False, None, False)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"title": " "}, "no_title"), ({"id": None, "name": []}, "no_key"), ({"private": "true"}, "private")],
)
def test_what_cannot_be_taken_over_says_why(fields, refusal):
    assert described(package(**fields), SITE).refusal == refusal


def test_no_object_is_refused():
    assert [described(each, SITE).refusal for each in (None, 3, [], "x")] == ["no_object"] * 4


def test_extras_count_where_the_package_says_nothing():
    extras = [{"key": "frequency", "value": "monthly"}, {"key": "title", "value": "Another"}, {"key": None}, 4]

    said = described({"id": "a", "title": "One", "extras": extras}, "")

    assert (said.title, said.frequency, said.address) == ("One", "monthly", "")
