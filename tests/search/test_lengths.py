from portal.search.lengths import EVEN, USUAL, levelled, parted
from portal.search.texts import BOUNDARY, Texts


def counted(words, usual_words, languages=1):
    """How long a text of so many words counts."""
    texts = levelled(Texts(title=["a", "b"], body=["c"] * (words - 2)), usual_words, languages)
    return sum(map(len, vars(texts).values()))


def test_a_text_of_usual_length_counts_the_same_whatever_its_kind_and_languages():
    assert counted(200, 200) == counted(50, 50) == counted(600, 200, languages=3) == USUAL + EVEN


def test_a_text_that_is_longer_than_usual_counts_more_and_never_less_than_its_words():
    assert counted(400, 200) == 2 * USUAL + EVEN
    assert counted(5_000, 5_000) == 5_000


def test_what_fills_up_is_no_word_and_told_apart_from_names():
    names = " ".join(levelled(Texts(body=["a"] * 20, names=["ˆa", BOUNDARY, "b"]), 20).names)

    assert parted(names) == (f"ˆa {BOUNDARY} b", " ".join([BOUNDARY] * (counted(23, 20) - 23)))
    assert parted("ˆa") == ("ˆa", "")
