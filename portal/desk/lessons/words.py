"""Which lessons answer the words of a search: their own words count and those of their case's title."""

from portal.search import analysis
from portal.search.texts import BOUNDARY


def matching(lessons, expression):
    """Those of `lessons` (objects with `text`, `title` and `lang`) that answer, best first, and whether any word did.

    All words and phrases must match where some lesson has them all, else any word of its own is enough (a phrase
    never bends).
    """
    if not expression.any_word:
        wanted = len(expression.meanings)
        if whole := [lesson for lesson in lessons if _score(lesson, expression) == wanted]:
            return whole, False
        expression = expression.loosened()
    scored = [(_score(lesson, expression), lesson) for lesson in lessons]
    # Sorting keeps the order of equals.
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return [lesson for _, lesson in found], bool(found) and len(expression.meanings) > 1


def _score(lesson, expression):
    """How many meanings of the expression the lesson has; none when the title alone has any, or a phrase is missing."""
    own = analysis.words(lesson.text, lesson.lang)
    if any(item.stands_in(own) for item in expression.without):
        return 0
    if not any(meaning.stands_in(own) for meaning in expression.meanings):
        return 0
    words = [*own, BOUNDARY, *analysis.words(lesson.title, lesson.lang)]
    if not all(item.stands_in(words) for item in expression.phrases):
        return 0
    return len(expression.phrases) + sum(meaning.stands_in(words) for meaning in expression.words)
