"""The tests that most likely notice come first."""

from pathlib import Path

import pytest

from tests.mutants.calls import ROOT, modules
from tests.mutants.order import distance, room_of

PLACES = {"portal/records/shown.py:28:62", "practices/needs/visible.py:55:14", "portal/desk/my/editing.py:81:47"}


def test_the_oracle_then_what_is_named_alike_then_the_mirrored_folder_then_the_same_room():
    paths = [
        "tests/mutants/oracle.py", "tests/records/test_shown.py", "tests/needs/test_visible.py",
        "tests/desk/my/test_editing.py", "tests/records/test_admin.py", "tests/desk/my/test_home.py",
        "tests/desk/members/test_members.py", "tests/desk/test_shown.py", "tests/access/test_prose.py",
    ]  # fmt: skip

    assert [distance(Path(path), PLACES) for path in paths] == [0, 1, 1, 1, 2, 2, 3, 3, 4]


def test_what_is_noticed_draws_no_tests():
    assert distance(Path("tests/records/test_shown.py"), PLACES - {"portal/records/shown.py:28:62"}) == 4


@pytest.mark.parametrize(
    ("module", "room"),
    [
        ("portal/search/engines/lists.py", "search"),
        ("practices/holdings/answers.py", "holdings"),
        ("practices/exchange/queries/entries.py", "exchange"),
        ("practices/kind.py", "records"),
        ("case_studies/row.py", "case_studies"),
    ],
)
def test_the_room_of_a_module(module, room):
    assert room_of(Path(module)) == room


def test_every_question_has_a_room_of_tests():
    rooms = {room_of(module.path) for module in modules() if module.calls}

    assert {"needs", "holdings", "platforms", "exchange", "coverage"} <= rooms
    assert {room for room in rooms if not list((ROOT / "tests" / room).glob("test_*.py"))} == set()
