"""Tags of the Humanitarian Exchange Language: below the names of columns, in its syntax, where a column has one."""

import re

import pytest

from portal.records.registry import kinds
from portal.transfer.hxl import TAGS, tag_rows
from portal.transfer.sources import EVERYTHING, LESSONS, source_of
from tests.factories.records import make_record
from tests.transfer.taking import book, lines

CORE = frozenset({
    "access", "activity", "adm1", "adm2", "adm3", "adm4", "adm5", "affected", "beneficiary", "capacity", "cause",
    "channel", "contact", "country", "crisis", "currency", "date", "delivery", "description", "event", "frequency",
    "geo", "group", "impact", "indicator", "inneed", "item", "loc", "meta", "modality", "need", "operations", "org",
    "output", "population", "reached", "region", "respondee", "sector", "service", "severity", "status", "subsector",
    "targeted", "value",
})  # fmt: skip
"""The hashtags of version 1.1: https://hxlstandard.org/standard/1-1final/dictionary/"""
SYNTAX = re.compile(r"#([a-z][a-z0-9_]*)((?:\+[a-z][a-z0-9_]*)*)")
LISTS = [*(kind.index_path for kind in kinds()), EVERYTHING, LESSONS]


@pytest.mark.parametrize("tag", sorted(set(TAGS.values())))
def test_each_is_a_hashtag_of_the_standard_with_attributes(tag):
    found = SYNTAX.fullmatch(tag)

    assert found
    assert found[1] in CORE
    attributes = found[2].split("+")[1:]
    assert len(set(attributes)) == len(attributes)


def test_each_is_of_a_column_that_there_is():
    columns = {column for name in LISTS for column in source_of(name, {}, None).columns}

    assert TAGS.keys() - columns == set()


def test_a_table_without_such_columns_has_no_line_of_tags():
    assert tag_rows(("reason", "requests")) == []
    assert tag_rows(("reason", "countries")) == [("", "#country+name+list")]


@pytest.mark.django_db
@pytest.mark.parametrize("name", LISTS)
def test_it_is_the_second_line_of_csv_and_workbook(name):
    make_record()
    expected = [TAGS.get(column, "") for column in source_of(name, {}, None).columns]

    names, tags = lines(f"/{name}.csv")[:2]
    sheet = book(f"/fr/{name}.xlsx").worksheets[0]

    assert (len(names), tags) == (len(expected), expected)
    assert [cell.value or "" for cell in sheet[2]] == expected
    assert sheet.freeze_panes == "A3"
