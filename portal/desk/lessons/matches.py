"""The lessons that words found, few enough to be looked at one by one."""

from collections import Counter
from dataclasses import dataclass

from .facets import FACETS, values_of
from .rows import Lesson, Part


@dataclass
class LessonMatches:
    """The lessons in the order in which they are shown, and whether only some of the words were found."""

    lessons: list[Lesson]
    any_word: bool

    def part(self, query, stored, chosen, excluded) -> Part:
        """The page that `query` asks for, of the lessons whose case has what was chosen and nothing excluded."""
        values = values_of(self.lessons, stored)
        shown = [lesson for lesson in self.lessons if _fits(values[lesson.key], chosen, excluded)]
        size = query.page_size
        start = (query.page_of(len(shown)) - 1) * size
        counts = {}
        for facet in FACETS:
            counts |= self._counts(facet, values, chosen, excluded)
        return Part(shown[start : start + size], values, len(shown), counts)

    def _counts(self, facet, values, chosen, excluded):
        """How many lessons have each value of the facet, with its own filter lifted."""
        others = {name: wanted for name, wanted in chosen.items() if name != facet}
        counts = Counter()
        for lesson in self.lessons:
            own = values[lesson.key]
            if _fits(own, others, excluded):
                counts.update(pk for pk, each in own.items() if each.facet == facet)
        return counts


def _fits(values, chosen, excluded):
    """Whether a case has one of each chosen facet's values and none that is excluded."""
    has = all(any(each.id in values for each in wanted) for wanted in chosen.values())
    return has and not any(each.id in values for unwanted in excluded.values() for each in unwanted)
