"""Which holdings may fit a need, why, and what they lack (docs/decisions/0009).

`judge` says it of one need and one holding, both as plain facts; `rank` of many. Nothing in here words anything: what
is said is codes and parameters, worded for each reader where it is shown (practices.needs.wording).
"""

from .facts import HoldingFacts, NeedFacts, Said, Step
from .judging import judge
from .ranking import Index, rank
from .scales import Scales, scales

__all__ = ["HoldingFacts", "Index", "NeedFacts", "Said", "Scales", "Step", "judge", "rank", "scales"]
