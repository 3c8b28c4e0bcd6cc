from .pages import CaseStudyIndexPage, CaseStudyPage
from .rows import CaseStudyBarrier, CaseStudyEnablingFactor, CaseStudyExchange, CaseStudyFigure, CaseStudyLesson

__all__ = [
    "CaseStudyBarrier", "CaseStudyEnablingFactor", "CaseStudyExchange", "CaseStudyFigure", "CaseStudyIndexPage",
    "CaseStudyLesson", "CaseStudyPage",
]  # fmt: skip
