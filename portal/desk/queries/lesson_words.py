"""Which lessons answer the words of a search: a lesson stands alone, so its own words count, not those of its case."""

from portal.search import analysis


def matching(lessons, expression):
    """Those of `lessons` (objects with `text` and `lang`) that answer, best first, and whether any word was enough.

    All words and phrases must match where some lesson has them all, else any word does (a phrase never bends).
    """
    scored = [(_score(lesson, expression), lesson) for lesson in lessons]
    wanted = len(expression.items)
    whole = [lesson for score, lesson in scored if score == wanted]
    if whole and not expression.any_word:
        return whole, False
    # Sorting keeps the order of equals.
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return [lesson for _, lesson in found], bool(found) and wanted > 1


def _score(lesson, expression):
    """How many items of the expression the lesson has; none where it lacks a phrase or has what it must not have."""
    words = analysis.words(lesson.text, lesson.lang)
    if any(_has(words, item) for item in expression.without):
        return 0
    if not all(_has(words, item) for item in expression.phrases):
        return 0
    return len(expression.phrases) + sum(_has(words, item) for item in expression.words)


def _has(words, item):
    return any(_in_a_row(words, sequence) for sequence in item.alternatives)


def _in_a_row(words, sequence):
    length = len(sequence)
    return any(tuple(words[at : at + length]) == sequence for at in range(len(words) - length + 1))
