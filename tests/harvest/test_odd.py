"""Answers that nobody foresaw: nothing is raised, and what was taken over is taken over once."""

import copy
import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.harvest.reading import Unreadable
from portal.harvest.reading.ckan import read_answer
from portal.harvest.reading.package import described
from tests.harvest.answers import REAL, SITE, bring, package, search

UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
REAL_ONES = json.loads(REAL.read_bytes())["result"]["results"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=400),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)
words = st.text(
    alphabet=st.characters(codec=None, categories=("L", "N", "P", "S", "Z", "Cc", "Cf", "Cs")), max_size=600
)


@st.composite
def mutated(draw):
    """A package with some of its values, also inside, put in the place of by others."""
    found = copy.deepcopy(draw(st.sampled_from([*REAL_ONES, package(), package(is_requestdata_type=True)])))
    for _ in range(draw(st.integers(1, 6))):
        _mutate(draw, found)
    return found


def _mutate(draw, found):
    if not found:
        return
    key = draw(st.sampled_from(sorted(found, key=str)))
    inside = found[key]
    if isinstance(inside, list) and inside and inside[0] and isinstance(inside[0], dict) and draw(st.booleans()):
        inner = draw(st.sampled_from(sorted(inside[0], key=str)))
        inside[0][inner] = draw(anything | words)
    elif draw(st.booleans()):
        found[key] = draw(anything | words)
    else:
        del found[key]
        found[draw(st.text(max_size=10))] = draw(anything)


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_reading_raises_nothing(found):
    said = described(found, SITE)

    assert said.refusal or (said.key and said.title)


@given(st.binary(max_size=300) | anything.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=200, deadline=None)
def test_an_answer_is_read_or_refused(content):
    with suppress(Unreadable):
        assert read_answer(content).count >= 0


@pytest.mark.django_db
@given(st.lists(mutated(), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=UNHURRIED)
def test_odd_ones_are_taken_over_once_or_refused(packages):
    content = json.dumps({"success": True, "result": {"count": len(packages), "results": packages}}).encode()

    bring(content)
    again = bring(content)

    assert codes_of(again, "new") == codes_of(again, "changed") == codes_of(again, "kept") == []


def codes_of(run, part):
    return [line["key"] for line in run.report[part]]


@pytest.mark.django_db
def test_texts_that_no_database_keeps():
    run = bring(search(package(title="One\x00\ud800two", notes="\udfff" * 400, dataset_source="\x07" * 3)))

    assert [line["title"] for line in run.report["new"]] == ["Onetwo"]
