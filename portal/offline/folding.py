"""How words of a bundle are made alike before they are compared: case, accents, and the forms of Arabic letters.

The browser on an old phone has no Snowball and no `normalize`. It gets these tables (`rules`), so that what is typed
there and what is written here are folded by the same rules: tests/offline asks Node for the one and Python for the
other.
"""

import re
import unicodedata

LETTER = r"0-9a-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufffd"
BETWEEN = rf"[^{LETTER}]+|[\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4]+"
"""What stands between words; read alike by Python and by JavaScript."""
ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
"""What may stand at the beginning of an Arabic word and is not looked for, where enough is left."""
LEFT_AT_LEAST = 3
ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ئ": "ي", "ی": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ء": "", "ـ": "", "ٰ": "",
    **{chr(code): "" for code in (*range(0x610, 0x61B), *range(0x64B, 0x660), *range(0x6D6, 0x6ED))},
    **{chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
}  # fmt: skip
LATIN = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ς": "σ"}


def _without_marks(letter):
    return "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each)).lower()


def _accented():
    letters = map(chr, (*range(0xC0, 0x250), *range(0x386, 0x3CF), *range(0x1E00, 0x1F00)))
    folded = {letter: _without_marks(letter) for letter in letters if letter.islower()}
    return {letter: plain for letter, plain in folded.items() if plain != letter and plain.isalpha()}


LETTERS = {**{chr(code): "" for code in range(0x300, 0x370)}, **_accented(), **LATIN, **ARABIC}
TABLE = str.maketrans(LETTERS)


def folded(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [word for word in re.split(BETWEEN, text.lower().translate(TABLE)) if word]


def forms(word: str) -> list[str]:
    """A folded word, and what is left of it without an article. A word may begin with these letters without having
    one, so both are kept and both are looked for."""
    shorter = (word.removeprefix(article) for article in ARTICLES if word.startswith(article))
    return [word, *(rest for rest in shorter if len(rest) >= LEFT_AT_LEAST)]


def rules() -> dict:
    """The same for the browser."""
    return {"letters": LETTERS, "between": BETWEEN, "articles": ARTICLES, "left": LEFT_AT_LEAST}
