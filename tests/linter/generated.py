"""Snippets in three languages that hold something, or look as if they did: the same for the same seed.

Each is a sentence with a value in one of its ways of being written, in the digits, spaces and signs of its writer.
"""

from dataclasses import dataclass
from random import Random

from tests.linter.innocent import INNOCENT
from tests.linter.people import PEOPLE
from tests.linter.places import PLACES

EN, FR, AR = "en", "fr", "ar"
HOLDING = {"coordinates": PLACES, **PEOPLE}
SENTENCES = {
    EN: (
        "{}",
        "({})",
        "See {}.",
        "The team reported {} last week.",
        "According to the survey: {}",
        "Note – {}; to check.",
    ),
    FR: ("{}", "({})", "Voir {}.", "L'équipe a signalé {} hier.", "D'après l'enquête : {}", "Note – {} ; à vérifier."),
    AR: ("{}", "({})", "انظر {}.", "أبلغ الفريق عن {} الأسبوع الماضي.", "بحسب المسح: {}", "ملاحظة – {}؛ للتحقق."),
}
ARABIC, PERSIAN, WIDE = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"
SPACES = ("\u00a0", "\u202f", "\u2009", "  ", "\n")
UNSEEN = ("\u200e", "\u200f", "\u202b", "\u2066", "\u200b")


@dataclass(frozen=True)
class Snippet:
    """A text, its language and the kinds of finding that are in it: none or one."""

    text: str
    language: str
    kinds: frozenset
    way: str


def snippets(count, seed=2026):
    """`count` Snippets, half of them with something in it."""
    random = Random(seed)
    return [_snippet(random, number % 2 == 0) for number in range(count)]


def _snippet(random, holds):
    language = random.choice((EN, FR, AR))
    table = HOLDING if holds else INNOCENT
    kind = random.choice(sorted(table))
    way = random.choice([each for each in table[kind] if language in each.languages])
    value = way.make(random)
    text = random.choice(SENTENCES[language]).format(_written(random, value, language, way))
    return Snippet(text, language, frozenset({kind} if holds else ()), way.name)


def _written(random, value, language, way):
    """The value in other digits, spaces and signs than a programmer's."""
    if way.is_fixed:
        return value
    if language == AR and random.random() < 0.6:
        value = _in_digits(value, random.choice((ARABIC, ARABIC, PERSIAN)), random)
    elif random.random() < 0.03:
        value = _in_digits(value, WIDE, random)
    if random.random() < 0.25:
        value = value.replace(" ", random.choice(SPACES))
    if random.random() < 0.2:
        value = value.replace("-", random.choice("−–‑") if way.has_minus else "-")
    if random.random() < 0.3:
        value = (
            value.replace("'", random.choice("’′ʹ´"))
            .replace('"', random.choice("”″ʺ"))
            .replace("°", random.choice("º˚"))
        )
    if random.random() < 0.15:
        place = random.randrange(len(value) + 1)
        value = value[:place] + random.choice(UNSEEN) + value[place:]
    return value


def _in_digits(value, digits, random):
    value = value.translate(str.maketrans("0123456789", digits))
    if random.random() < 0.7 and digits is not WIDE:
        value = "".join("٫" if sign == "." and _between(value, at) else sign for at, sign in enumerate(value))
        value = value.replace(", ", "، ")
    return value


def _between(value, at):
    return 0 < at < len(value) - 1 and value[at - 1].isdigit() and value[at + 1].isdigit()
