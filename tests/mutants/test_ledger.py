"""What two processes know of each other."""

from tests.mutants.ledger import ASKED, NOTICED, Ledger


def test_what_one_notices_the_other_knows(tmp_path):
    one, other = (Ledger(tmp_path, ["a", "b", "c"]) for _ in range(2))

    one.note(ASKED, "a")
    one.note(NOTICED, "a", "tests/test_a.py::test_a")
    other.note(ASKED, "b")

    assert one.unnoticed == other.unnoticed == {"b", "c"}
    assert one.never_asked == other.never_asked == {"c"}


def test_one_of_them_takes_a_file(tmp_path):
    one, other = (Ledger(tmp_path, []) for _ in range(2))

    assert [one.take("x.py"), other.take("x.py"), other.take("y.py"), one.take("y.py")] == [True, False, True, False]
