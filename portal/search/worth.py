"""What the place of a hit in the order of best match is made of, in words and numbers."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Worth:
    """`parts`: what was typed, and how much of it the texts of the hit say. Their sum times `factor`, which is that of
    its kind (ranking.py), is the score by which hits are ordered."""

    parts: tuple[tuple[str, float], ...]
    factor: float

    @property
    def score(self) -> float:
        """What the hit is ordered by."""
        return self.factor * sum(part for _, part in self.parts)

    @property
    def sentence(self) -> str:
        """For who asks why a hit stands where it stands."""
        words = " + ".join(f"“{typed}” {_shown(part)}" for typed, part in self.parts)
        return _("Score %(score)s = (%(words)s) × %(factor)s for its kind") % {
            "score": _shown(self.score), "words": words, "factor": _shown(self.factor),
        }  # fmt: skip


def _shown(number):
    return number_format(number, decimal_pos=2)
