from .pages import PracticeIndexPage, PracticePage
from .rows import PracticePrecondition, PracticeRisk, PracticeStep, PracticeTemplate

__all__ = [
    "PracticeIndexPage", "PracticePage", "PracticePrecondition", "PracticeRisk", "PracticeStep", "PracticeTemplate",
]  # fmt: skip
