"""What is written for PostgreSQL; tests/engines run it there."""

import pytest

from portal.search.engines import postgresql
from portal.search.enums import View
from portal.search.expression import parse
from portal.search.texts import BOUNDARY, NAME_MARK, Texts
from portal.search.vectors import LAST_POSITION, MOST_POSITIONS, vector_of


def test_expressions():
    expression = parse('roads "mine action" -old')

    assert postgresql.match_of(expression) == (
        "(('mine' <-> 'action') | ('min' <-> 'action')) & (('road')) & !(('old'))"
    )
    expression.any_word = True
    assert postgresql.match_of(expression) == "(('mine' <-> 'action') | ('min' <-> 'action')) & !(('old'))"
    several = parse("roads old")
    several.any_word = True
    assert postgresql.match_of(several) == "((('road')) | (('old')))"


def test_statements():
    parameters = {}

    scored = postgresql.scored(View.PUBLIC, parse("roads"), parameters, View.PUBLIC)

    assert "view = 'public'" in scored
    assert parameters == {"match": "(('road'))", "idf0": 1.0, "word_2": "'road'"}
    assert "view = 'members'" in postgresql.named(View.MEMBERS, {})
    assert postgresql.names_match(["ˆmine", "ˆact"]) == "'ˆmine' & 'ˆact':*"


def test_how_often_a_word_stands_is_read_back_from_its_rank():
    for count in (1, 2, 5, 20, 255):
        rank = sum(1 / place**2 for place in range(1, count + 1)) / postgresql.LIMIT

        assert (1 / (1 - rank) - 1) / postgresql.LIMIT == pytest.approx(count, abs=0.11)


def test_vectors():
    texts = Texts(title=["mine", BOUNDARY, "road"], summary=["mine"], body=[], names=[NAME_MARK + "mines"])

    assert vector_of(texts) == "'mine':1A,5B 'road':3A 'ˆmines':8D"


def test_vectors_keep_to_the_limits_of_the_type():
    (entry,) = vector_of(Texts(body=["a"] * 20_000)).split()

    assert entry.count(",") == MOST_POSITIONS - 1
    assert vector_of(Texts(body=["a"] * 20_000 + ["b"])).endswith(f"'b':{LAST_POSITION}C")
