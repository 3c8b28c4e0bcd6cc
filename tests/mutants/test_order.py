"""The tests that most likely notice come first."""

from pathlib import Path

from tests.mutants.order import distance

PLACES = {"portal/records/shown.py:28:62", "practices/kind.py:55:14"}


def test_the_oracle_then_what_is_named_alike_then_the_same_room():
    paths = [
        "tests/mutants/oracle.py", "tests/records/test_shown.py", "tests/practices/test_kind.py",
        "tests/records/test_admin.py", "tests/desk/test_shown.py", "tests/access/test_prose.py",
    ]  # fmt: skip

    assert [distance(Path(path), PLACES) for path in paths] == [0, 1, 1, 2, 3, 3]


def test_what_is_noticed_draws_no_tests():
    assert distance(Path("tests/records/test_shown.py"), PLACES - {"portal/records/shown.py:28:62"}) == 3
