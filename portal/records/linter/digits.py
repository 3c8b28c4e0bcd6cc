"""A text as the rules read it: one kind of digit, decimal point, minus, degree, prime and space, nothing invisible."""

import unicodedata
from dataclasses import dataclass

UNSEEN = frozenset(["Cc", "Cf", "Co", "Cs", "Me", "Mn"])
"""Categories of signs without a width, and of marks on others: accents, vowel signs, the frame of a key."""
FILLERS = "\u0640\u115f\u1160\u2800\u3164\uffa0"
"""The stroke that stretches Arabic words, and letters that are empty."""
ONE_SIGN = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u207b\u208b\ufe58\ufe63\uff0d\u02d7\u06d4",
    "°": "°º˚⁰∘ᵒ◦\u1d3c",
    "'": "'’‘‚‛′ʹʼʻˈ´`\uff07\u05f3\u02ca",
    '"': '"“”„‟″ʺ˝〃\uff02\u05f4«»',
    ".": "٫·\uff0e\u2024",
    ",": "،٬、\uff0c\u201a",
    ";": "؛",
    "?": "؟",
    "%": "٪",
    "/": "⁄∕\u2215",
    "*": "٭",
    "x": "×",
}
"""What is written by hand or by a keyboard for another sign; the rules know the first."""
SIGNS = {sign: to for to, signs in ONE_SIGN.items() for sign in signs}
BREAKS = "\n\v\f\x85\u2028\u2029"
LETTERS = str.maketrans("أإآٱىیکة", "ااااييكه")
"""Arabic letters that are written in more than one way."""


@dataclass(frozen=True)
class Normalised:
    """`text` as the rules read it; `places[i]` is where its character `i` stands in the original."""

    text: str
    places: tuple[int, ...] | range

    def span(self, start, end):
        """The place in the original of the characters from `start` to `end`, which must not be empty."""
        return self.places[start], self.places[end - 1] + 1


def normalise(text):
    """The Normalised of a text. Runs of space, a line break among them, are one space; empty lines are a line break."""
    characters, places, breaks = [], [], 0
    for place, sign in enumerate(text):
        for each in _plain(sign):
            if not each.isspace():
                breaks = 0
            else:
                breaks += each in BREAKS
                each = "\n" if breaks > 1 else " "
                if characters and characters[-1] in " \n":
                    characters[-1] = each
                    continue
            characters.append(each)
            places.append(place)
    return Normalised("".join(characters), tuple(places))


def _plain(sign):
    """What stands for one character: nothing for an invisible one, up to a few for one like "㎞"."""
    if sign in SIGNS:
        return SIGNS[sign]
    if sign.isascii() and (sign.isprintable() or sign.isspace()):
        return sign
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if _is_unseen(sign):
        return ""
    if "\u0600" <= sign <= "\u06ff":
        return sign.translate(LETTERS)
    # Letters without accents, wide letters, superscript figures, presentation forms of Arabic.
    parts = unicodedata.normalize("NFKD", sign).translate(LETTERS)
    return "".join(SIGNS.get(part, part) for part in parts if not _is_unseen(part))


def _is_unseen(sign):
    return sign in FILLERS or (unicodedata.category(sign) in UNSEEN and not sign.isspace())
