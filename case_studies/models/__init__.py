from .pages import CaseStudyIndexPage, CaseStudyPage
from .replications import Outcome, Replication
from .rows import (
    CaseStudyBarrier,
    CaseStudyEnablingFactor,
    CaseStudyExchange,
    CaseStudyFigure,
    CaseStudyLesson,
    CaseStudyParty,
)  # fmt: skip

__all__ = [
    "CaseStudyBarrier", "CaseStudyEnablingFactor", "CaseStudyExchange", "CaseStudyFigure", "CaseStudyIndexPage",
    "CaseStudyLesson", "CaseStudyPage", "CaseStudyParty", "Outcome", "Replication",
]  # fmt: skip
