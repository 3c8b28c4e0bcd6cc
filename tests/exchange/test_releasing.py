"""What may be told of refusals: nothing of few holders, whatever somebody adds, subtracts or watches."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.exchange.quarters import PER_PERIOD, first_day, period_of, quarter_of, told_on
from practices.exchange.releasing import CASES, HOLDERS, Case, Place, batches_to_tell, counts_to_tell

FIRST = quarter_of(date(2026, 1, 1))
SOME = st.one_of(st.none(), st.integers(1, 3))
CASE = st.builds(
    Case, quarter=st.integers(FIRST, FIRST + PER_PERIOD + 3), holder=st.integers(1, 5), reason=SOME, kind=SOME,
    region=SOME,
)  # fmt: skip
WORLD = st.lists(CASE, max_size=70)


def some(*holders, reason=1, kind=1, region=1, quarter=FIRST):
    return [Case(quarter, holder, reason, kind, region) for holder in holders]


def told_of(cases):
    return [(place, Counter(batch)) for place, batch in batches_to_tell(cases)]


@pytest.mark.parametrize(
    ("holders", "told"),
    [((1, 1, 2, 2, 3), 5), ((1, 2, 3, 4), 0), ((1, 1, 1, 2, 2, 2), 0), ((1, 2, 3, 4, 5, 6), 6), ((), 0)],
)
def test_from_five_cases_of_three_holders_up(holders, told):
    assert counts_to_tell(some(*holders)) == (Counter({Place(1, 1, 1): told}) if told else Counter())


def test_what_is_too_rare_is_told_less_finely_and_in_one_place_only():
    cases = [
        *some(1, 2, 3, 4, 5), *some(1, 2, region=2), *some(3, 4, 5, region=3), *some(1, 2, 3, kind=2),
        *some(4, 5, kind=3), *some(1, 2, kind=3, region=None, reason=2), *some(3, 4, 5, kind=3, reason=3),
    ]  # fmt: skip

    assert counts_to_tell(cases) == {
        Place(1, 1, 1): 5, Place(1, 1, None): 5, Place(1, None, 1): 5, Place(None, 3, None): 5,
    }  # fmt: skip


def test_what_waits_is_told_with_the_next_quarters_of_its_period_alone():
    first, second = some(1, 2), some(3, 4, 5, quarter=FIRST + 1)
    too_late = [case._replace(quarter=FIRST + PER_PERIOD) for case in second]

    assert counts_to_tell(first + second) == {Place(1, 1, 1): 5}
    assert counts_to_tell(first + too_late) == {}


@given(WORLD)
def test_a_batch_hides_each_of_its_holders_and_no_case_is_in_two(cases):
    batches = list(batches_to_tell(cases))

    assert not sum((Counter(batch) for _, batch in batches), Counter()) - Counter(cases)
    for place, batch in batches:
        assert len(batch) >= CASES
        assert len({case.holder for case in batch}) >= HOLDERS
        for name, value in place._asdict().items():
            assert value is None or {getattr(case, name) for case in batch} == {value}


@given(WORLD, CASE)
def test_a_case_that_is_in_no_number_changes_none(cases, added):
    before, after = told_of(cases), told_of([*cases, added])

    if not any(batch[added] for _, batch in after):
        assert after == before


@given(WORLD, st.lists(CASE, max_size=30))
def test_two_holders_alone_change_nothing_that_is_told_of_others(cases, added):
    """Whatever two holders refuse where nobody else does: for reasons of their own, in a period of their own."""
    later = [case._replace(quarter=case.quarter + 2 * PER_PERIOD, holder=case.holder % 2) for case in added]

    assert counts_to_tell(cases + later) == counts_to_tell(cases)


@given(WORLD, st.integers(0, PER_PERIOD + 4))
def test_what_was_told_once_stays_as_it_was(cases, quarters):
    """So the difference of two pages is batches, too, each of which hides its holders."""
    earlier = told_of(case for case in cases if case.quarter < FIRST + quarters)

    assert told_of(cases)[: len(earlier)] == earlier


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_only_quarters_that_are_over_are_told_of_and_only_while_requests_are_kept(day):
    quarters = told_on(day)

    assert first_day(quarters.stop) <= day < first_day(quarters.stop + 1)
    assert (day - first_day(quarters.start)).days < 1825
    assert period_of(quarters.start) != period_of(quarters.start - 1)
    assert PER_PERIOD <= len(quarters) < 2 * PER_PERIOD
