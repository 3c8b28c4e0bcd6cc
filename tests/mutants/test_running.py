"""Which of many mutants a test notices, from runs with some of them at once."""

from tests.mutants.running import Run, noticed

PLACES = [f"place {number}" for number in range(20)]


def runs(*, sees=(), breaks=(), together=()):
    """What `noticed` finds where a test sees some places, is broken by others, and sees some only together."""
    taken = []

    def run(places):
        taken.append(places)
        saw = bool(set(sees) & set(places)) or bool(together and set(together) <= set(places))
        return Run(saw or bool(set(breaks) & set(places)), saw, frozenset(places))

    return list(noticed(run, PLACES)), len(taken)


def test_each_that_is_seen_alone_is_found():
    assert runs(sees=["place 3", "place 17"])[0] == ["place 3", "place 17"]


def test_one_run_where_nothing_is_seen():
    assert runs() == ([], 1)


def test_what_breaks_a_page_hides_no_other():
    assert runs(sees=["place 4"], breaks=["place 3", "place 5"])[0] == ["place 4"]


def test_what_shows_only_beside_another_is_not_noticed():
    assert runs(together=["place 3", "place 17"])[0] == []


def test_a_place_that_was_not_asked_is_not_noticed():
    assert list(noticed(lambda places: Run(True, True, frozenset()), PLACES)) == []
