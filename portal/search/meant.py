"""“Did you mean”: the same words without their typing errors, where these find more."""

import re

from . import analysis
from .audience import visible_to
from .engines.statement import Statement, words
from .expression import parse
from .spelling import Spelling, errors_in
from .title_words import APOSTROPHE

ENOUGH = 5
"""Who finds so many hits meant what they typed."""
MOST_WORDS = 8
"""Words of a question that are looked at."""
TIMES = 10
"""Words that found something are doubted where others, one letter away, stand in so many times as many entries."""
LEFT_OUT = re.compile(r"(?:^|\s)-\S+")


def text_meant(query, user, found: int) -> str:
    """The words of a RecordQuery that found `found` entries with typing errors mended; "" where none is seen."""
    if not query.expression or found >= ENOUGH:
        return ""
    doubtful = {token: word for token in _tokens(query.text) if (word := _word(token.group()))}
    spelling = Spelling(visible_to(user))
    known = spelling.known_among(list(doubtful.values()))
    parts, at = [], 0
    for token, word in doubtful.items():
        if word not in known and (mended := _mended(token.group(), word, spelling, found)):
            parts += [query.text[at : token.start()], mended]
            at = token.end()
    return "".join([*parts, query.text[at:]]) if parts else ""


def _tokens(text):
    """The words that were looked for: not those that no entry may have."""
    left_out = [match.span() for match in LEFT_OUT.finditer(text)]
    wanted = [token for token in analysis.tokens(text) if not any(a <= token.start() < b for a, b in left_out)]
    return wanted[:MOST_WORDS]


def _word(token):
    """The folded word of a token that may hold an error; "" where it may not."""
    folded = analysis.plain_words(token)
    return folded[0] if len(folded) == 1 and errors_in(folded[0]) and not analysis.is_stop_word(token) else ""


def _mended(token, word, spelling, found):
    """The token with the word in its place that may be meant; "" where it may stand as it is."""
    if not found and finds(token, spelling.scope):
        return ""
    for meant in spelling.meant_by(word):
        if not found or (meant.errors == 1 and meant.documents >= TIMES * found):
            return _with_article(token, spelling.as_written(meant.word))
    return ""


def _with_article(token, word):
    """“l'enquette” with another word: the article stays. What stands after a word (“area's”) goes."""
    apostrophe = APOSTROPHE.search(token)
    is_article = apostrophe and token[: apostrophe.start()].casefold() in analysis.ELIDED
    return f"{token[: apostrophe.end()]}{word}" if is_article else word


def finds(text: str, scope) -> bool:
    """Whether words find any text that the reader (a Scope) may search."""
    statement, expression = Statement(scope), parse(text)
    if not expression:
        return False
    texts = statement.texts(lambda view: words().scored(view, expression, statement.parameters, view))
    return bool(statement.run(f"SELECT document FROM ({texts}) t LIMIT 1"))
