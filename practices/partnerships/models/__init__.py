from .life import IdeaChange, IdeaSupport, PartnerAnswer
from .pages import IdeaIndexPage, IdeaPage
from .rows import IdeaJoin, IdeaRisk, IdeaStep

__all__ = [
    "IdeaChange", "IdeaIndexPage", "IdeaJoin", "IdeaPage", "IdeaRisk", "IdeaStep", "IdeaSupport", "PartnerAnswer",
]  # fmt: skip
