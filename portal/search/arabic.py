"""Light stemming of Arabic words: prefixes and endings off, the rest untouched.

Snowball's Arabic stemmer takes the ب of بيانات for a prefix and stems معلومات and المعلومات differently, so the
affixes are taken off here, after Larkey's "light10", with the cases that readers of this portal meet. Broken plurals
are no matter of affixes: they stay words of their own, and a search for one does not find the other.
"""

SHORTEST = 3
# Words that begin with the letters of a prefix which is none. Beginnings, in folded spelling.
NO_AND = (
    *("وكال", "وزار", "وزير", "وزراء", "ولاي", "ولاد", "واجب", "وثيق", "وثاءق", "وحد", "وسيل", "وساءل", "وفي", "وفاه"),
    *("وصول", "وصف", "وضع", "وقت", "وطن", "واقع", "ورش", "وباء", "وجود", "وسط", "ورق", "وعي", "وقف", "وظيف", "وظاءف"),
    *("واسع", "وارد", "وقوع", "واضح", "وقاي", "وساط", "والدي", "واله"),
)
NO_ARTICLE = (
    *("الغام", "المانيا", "الماني", "الكترون", "اليه", "اليات", "الات", "الاف", "الوان", "التزام", "التهاب", "التحاق"),
    *("التماس", "التقاء", "القاء", "الغاء", "الحاق", "الزام", "بالغ", "كالسيوم", "فالق"),
)
ARTICLES = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "ولل")
ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
LONGER_REST = {"ان": 4}
FOLDS = str.maketrans("أإآٱىةؤئیک", "اااايهءءيك")
HAMZA_ALIF = "أإآ"


def fold(word: str) -> str:
    """The word in one spelling, whatever hamza, alif maqsura and ta marbuta its writer set."""
    return word.translate(FOLDS)


def stem(word: str) -> str:
    """The stem of a word as written: the article is known by its bare alif, which folding would hide."""
    return _without_endings(fold(_without_prefix(word)))


def stems(word: str) -> tuple[str, ...]:
    """The stems a searcher may mean: hamza is often left out, so that الغام may be mines or ال and غام."""
    return tuple(dict.fromkeys((stem(word), _without_endings(fold(word)))))


def _without_prefix(word: str) -> str:
    folded = fold(word)
    for article in ARTICLES:
        rest = word[len(article) :]
        if word.startswith(article) and len(rest) >= SHORTEST and not folded.startswith(NO_ARTICLE + NO_AND):
            return rest
    if word[0] == "و" and not folded.startswith(NO_AND) and len(word) > SHORTEST + 1:
        return _without_to(word[1:])
    return _without_to(word)


def _without_to(word: str) -> str:
    """Without ل or ب before a hamza, and without ل before ت and م where enough is left to be a word."""
    rest = word[1:]
    before_hamza = word[0] in "لبف" and rest[:1] in HAMZA_ALIF and len(rest) > SHORTEST
    before_noun = word[0] == "ل" and ((rest[:1] == "ت" and len(rest) > 3) or (rest[:1] == "م" and len(rest) > 4))
    return rest if before_noun or (rest and before_hamza) else word


def _without_endings(word: str) -> str:
    for ending in ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= LONGER_REST.get(ending, SHORTEST):
            word = rest
    return word
