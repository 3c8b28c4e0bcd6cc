"""The steps of a holding's ladder as matching takes them: where nobody wrote one, the usual proposal of its page."""

from functools import cache

from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import DataKind, GeographyLevel, SharingRung
from practices.holdings.usual import as_held, usual_ladder

from .facts import Step


class Usual:
    """Works out each usual form once, for as long as one reading of many holdings takes."""

    def __init__(self):
        self.kinds, self.levels, self.rungs = map(kept_by_key, (DataKind, GeographyLevel, SharingRung))
        self._of_kind, self._as_held = cache(self._of_kind), cache(self._as_held)

    def ladder(self, rows, kinds, level) -> tuple[Step, ...]:
        """Steps from `rows` (audience, form, kind, whether it is stated), `kinds` and the finest level, all as keys.
        No step that the owner has not stated is finer than what is held."""
        if not rows:
            return tuple(step for kind in kinds for step in self._of_kind(kind, level))
        return tuple(Step(*self._bounded(*row, level)) for row in sorted(rows))

    def _bounded(self, audience, rung, kind, is_stated, level):
        return audience, rung if is_stated else self._as_held(rung, level), kind, is_stated

    def _of_kind(self, kind, level):
        usual = usual_ladder([self.kinds[kind]], self.levels.get(level))
        return [Step(step.audience.key, step.rung.key, kind) for step in usual]

    def _as_held(self, rung, level):
        return as_held(self.rungs[rung], self.levels.get(level)).key if rung in self.rungs else rung
