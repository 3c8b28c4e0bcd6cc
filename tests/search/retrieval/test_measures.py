from math import log2

import pytest

from portal.search.retrieval.measures import ndcg, recall, steep
from portal.search.retrieval.plain import PlainBM25

GRADES = {"a": 2, "b": 1}


def test_the_best_order_is_worth_one_and_each_other_less():
    assert ndcg(["a", "b", "c"], GRADES) == 1
    assert ndcg(["b", "a"], GRADES) == pytest.approx((1 + 2 / log2(3)) / (2 + 1 / log2(3)))
    assert ndcg(["b", "a"], GRADES, steep) == pytest.approx((1 + 3 / log2(3)) / (3 + 1 / log2(3)))
    assert ndcg(["c"], GRADES) == 0


def test_only_the_first_ten_count():
    others = [str(number) for number in range(10)]

    assert (ndcg([*others, "a"], GRADES), recall([*others, "a"], GRADES)) == (0, 0)
    assert recall([*others[:9], "a"], GRADES) == 0.5


def test_plain_bm25_prefers_rare_words_and_short_texts():
    texts = {"long": ("", "drone " + "word " * 50), "short": ("", "drone word"), "rare": ("", "zeppelin word")}
    plain = PlainBM25(texts, "en")

    assert plain.best("the drones") == ["short", "long"]
    assert plain.best("zeppelin word")[0] == "rare"
    assert plain.best("balloon") == []
