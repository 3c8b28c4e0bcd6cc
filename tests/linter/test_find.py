"""What is found in a text, where, and in what time."""

import csv
import os
import re
from io import StringIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from portal.access.enums import Level
from portal.home import content
from portal.records.linter import FAMILIES, FindingKind, find
from portal.records.linter.digits import normalise
from portal.taxonomy import vocabularies
from tests.linter.generated import snippets

BY_HAND = list(csv.DictReader(StringIO((Path(__file__).parent / "data" / "snippets.csv").read_text(encoding="utf-8"))))
CONTENT = Path(content.__file__).parent
EMPTY = {"agreements.yaml", "outputs.yaml"}
"""What real organisations signed, and what came out of their workshops, is theirs to say."""
VOCABULARIES = Path(vocabularies.__file__).parent / "data"
COUNT = int(os.environ.get("LINTER_SNIPPETS", "2000"))
SIGNS = "0123456789٣٣٤۴３.,٫،;°º'\"′″NSEWnseO+-−/ \n\u00a0\u200f@:()ﷺ㎞½é\u0301شقعرضlatongGPStelID"
UNSEEN = ["\u200e", "\u00ad", "\u2066", "\u200b", "\u0640", "\0", "\x7f", "\ufe0f\u20e3", "\u3164", "\U000e0100"]
some_text = st.one_of(st.text(), st.text(SIGNS, max_size=60))


def kinds_in(text):
    return {finding.kind.value for finding in find(text)}


@pytest.mark.parametrize("row", BY_HAND, ids=[f"{number}-{row['language']}" for number, row in enumerate(BY_HAND, 2)])
def test_snippets_by_hand(row):
    assert kinds_in(row["text"]) == set(row["kinds"].split())


def test_the_list_by_hand_is_long_and_in_three_languages():
    assert len({row["text"] for row in BY_HAND}) == len(BY_HAND) > 300
    for language in ("en", "fr", "ar"):
        kinds = {row["kinds"] for row in BY_HAND if row["language"] == language}
        assert kinds == {"", *FindingKind.values}


def test_generated_snippets():
    made = snippets(COUNT)
    holding = [each for each in made if each.kinds]
    missed = [each for each in holding if not each.kinds <= kinds_in(each.text)]
    alarms = [each for each in made if not each.kinds and find(each.text)]

    assert len(holding) == COUNT // 2
    assert len(missed) <= 0.01 * len(holding), missed[:5]
    assert len(alarms) <= 0.01 * len(holding), alarms[:5]


def test_generated_snippets_are_the_same_each_time():
    assert snippets(50) == snippets(50)
    assert len({each.text for each in snippets(500)}) > 450


def words_of(value):
    """All texts in what a file of first content holds."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value] if isinstance(value, str) else [text for part in parts for text in words_of(part)]


@pytest.mark.parametrize("path", sorted(CONTENT.glob("**/*.yaml")), ids=lambda path: path.stem)
def test_first_content_holds_nothing(path):
    texts = words_of(yaml.safe_load(path.read_text(encoding="utf-8")))

    assert texts or path.name in EMPTY
    assert {text: find(text) for text in texts if find(text)} == {}


@pytest.mark.parametrize("path", sorted(VOCABULARIES.glob("*.csv")), ids=lambda path: path.stem)
def test_vocabularies_hold_nothing(path):
    cells = [cell for row in csv.reader(StringIO(path.read_text(encoding="utf-8"))) for cell in row]

    assert cells
    assert {cell: find(cell) for cell in cells if find(cell)} == {}


def test_what_is_hidden_in_an_address_is_the_address():
    address = "https://example.org/?at=33%2E31523%2C44%2E36611"

    assert [each.what for each in find(f"See {address} there.")] == [address]
    assert [each.what for each in find(f"<a href='{quote(address)}'>")] != []


def test_a_finding_says_where_it_stands_in_the_text_as_written():
    text = "Le puits\u200f se trouve à ٣٣٫٣١٥٢،\u202f٤٤٫٣٦٦١ ; appelez le +964 770 123 4567."

    assert [(each.kind.value, text[each.start : each.end]) for each in find(text)] == [
        ("coordinates", "٣٣٫٣١٥٢،\u202f٤٤٫٣٦٦١"),
        ("phone", "+964 770 123 4567"),
    ]


@given(some_text)
def test_places_are_those_of_the_text_in_order_and_apart(text):
    found = find(text)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(each.what == text[each.start : each.end] for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(some_text)
def test_each_normalised_character_comes_from_one_of_the_text(text):
    normalised = normalise(text)

    assert len(normalised.text) == len(normalised.places)
    assert list(normalised.places) == sorted(normalised.places)
    for sign, place in zip(normalised.text, normalised.places, strict=True):
        assert sign.isspace() or sign in normalise(text[place]).text
    # Nothing is left to do, but that an empty line has become a single break, which is a space like any other.
    assert normalise(normalised.text).text == normalised.text.replace("\n", " ")


@given(
    st.integers(5, 59),
    st.integers(5, 139),
    st.sampled_from(UNSEEN),
    st.data(),
)
def test_what_no_reader_sees_hides_nothing(latitude, longitude, unseen, data):
    text = f"{latitude}.31524, {longitude}.36613"
    place = data.draw(st.integers(0, len(text)))

    assert kinds_in(text[:place] + unseen + text[place:]) == {"coordinates"}


def test_of_two_that_overlap_the_one_for_fewer_people_stands():
    assert [each.kind for each in find("passport no. 0770 123 4567")] == [FindingKind.IDENTIFIER]


def test_who_may_read_what_at_the_most():
    assert {kind.value: kind.widest for kind in FindingKind} == {
        "identifier": Level.OWNER,
        "coordinates": Level.NAMED,
        "phone": Level.MEMBERS,
        "email": Level.MEMBERS,
    }


def patterns_of(module):
    """Every pattern of a module, also in its lists."""
    values = [
        each for value in vars(module).values() for each in (value if isinstance(value, list | tuple) else [value])
    ]
    parts = [part for each in values for part in (each if isinstance(each, tuple) else [each])]
    return [each for each in parts if isinstance(each, re.Pattern)]


def repeats(parsed):
    """The highest counts of all repeats in a parsed pattern."""
    for name, value in parsed:
        for part in _parts(name, value):
            yield from repeats(part)
        if str(name).endswith("_REPEAT"):
            yield value[1]


def _parts(name, value):
    if str(name).endswith("_REPEAT"):
        return [value[2]]
    if str(name) == "SUBPATTERN":
        return [value[3]]
    if str(name) == "BRANCH":
        return value[1]
    if str(name) in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    return []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_no_pattern_goes_on_for_ever(family):
    """Each repeat has an end, so that what one place of a text can cost does not grow with the text."""
    found = patterns_of(family)

    assert found
    for pattern in found:
        parsed = re._parser.parse(pattern.pattern, pattern.flags)
        endless = [most for most in repeats(parsed) if most > 4_000]
        assert endless == [], pattern.pattern[:80]


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "33.3152 ", "a@", "N1 ", "(", "tel ", "passport no ", "lat 1 ", "+1 ", "خط العرض ٣ "]
)
def test_long_texts_are_read_to_their_end(piece):
    text = piece * (20_000 // len(piece)) + " 33.3152° N, 44.3661° E"

    assert find(text)[-1].kind == FindingKind.COORDINATES
