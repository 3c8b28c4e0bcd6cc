"""A kind that forgets to say which of its fields name records fails at once."""

from dataclasses import replace

import pytest

from portal.access.enums import Zone
from portal.records import registry
from portal.records.checks import named_records_are_ends, years_are_in_the_table
from portal.records.fields import Dates, RecordEnd


def check(monkeypatch, **changes):
    kind = registry.kind("flow")
    monkeypatch.setitem(registry._kinds, "flow", replace(kind, **changes))
    return [(error.id, error.msg) for error in named_records_are_ends(None)]


def test_the_kinds_there_are_forget_nothing():
    assert named_records_are_ends(None) == []


@pytest.mark.parametrize("left", [0, 1])
def test_a_field_that_names_records_and_is_no_end(monkeypatch, left):
    ends = registry.kind("flow").ends
    gone = ends[1 - left]

    found = check(monkeypatch, ends=(ends[left],))

    assert found == [("records.E003", f"flow: {gone.name!r} names records and is no end")]


def test_an_end_that_is_no_field(monkeypatch):
    ends = (*registry.kind("flow").ends, RecordEnd("giver", "from", "gives", Zone.CARD))

    assert check(monkeypatch, ends=ends) == [("records.E004", "flow: the end 'giver' is no field that names records")]


def test_a_year_that_is_no_field(monkeypatch):
    assert years_are_in_the_table(None) == []
    monkeypatch.setitem(registry._kinds, "flow", replace(registry.kind("flow"), dates=Dates("as_of", "until")))

    found = [(error.id, error.msg) for error in years_are_in_the_table(None)]

    assert found == [("records.E006", "flow: the year 'until' is no field of the table")]
