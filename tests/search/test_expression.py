from hypothesis import given
from hypothesis import strategies as st

from portal.search.expression import MOST_WORDS, parse


def flat(meanings):
    """What matches, of meanings with one way of one item."""
    items = [meaning.ways for meaning in meanings]
    assert all(len(ways) == len(ways[0]) == 1 for ways in items)
    return [ways[0][0].alternatives for ways in items]


def test_words_phrases_and_what_to_leave_out():
    expression = parse('mines "mine action" -roads -"old maps" “north east”')

    assert flat(expression.words) == [(("mine",), ("min",))]
    assert [item.alternatives[0] for item in expression.phrases] == [("mine", "action"), ("north", "east")]
    assert [item.alternatives[0] for item in expression.without] == [("road",), ("old", "map")]
    assert expression.matched_words() >= {"mine", "action", "north", "east"}


def test_a_phrase_of_one_word_is_a_word():
    assert flat(parse('"the"').words) == [(("the",),)]
    assert parse('""').meanings == []


def test_small_words_count_only_alone_or_in_phrases():
    assert len(parse("the mines of the north").words) == 2
    assert len(parse("what is it").words) == 3
    assert parse('the "mine action"').words == []


def test_more_than_four_words_mean_any():
    assert parse("one two three four").any_word is False
    assert parse("alpha beta gamma delta epsilon").any_word is True


def test_what_is_beyond_the_limits_is_ignored_and_said():
    long = parse("a" * 600)
    many = parse(" ".join(f"word{number}" for number in range(30)))

    assert len(long.notices) == 1
    assert (len(many.words), len(many.notices)) == (MOST_WORDS, 1)


def test_only_words_to_leave_out_are_no_query():
    expression = parse("-roads")

    assert (bool(expression), expression.without, len(expression.notices)) == (False, [], 1)


def test_a_dash_inside_a_word_leaves_nothing_out():
    expression = parse("P-codes CS-7K3M - x")

    assert expression.without == []
    assert [alternatives[0][0] for alternatives in flat(expression.words)] == ["p", "code", "cs", "7k3m", "x"]


@given(st.text())
def test_any_text_is_an_expression(text):
    expression = parse(text)

    assert len(expression.meanings) <= MOST_WORDS * 3
