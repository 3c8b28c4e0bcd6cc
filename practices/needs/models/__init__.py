from .matches import Mark, Match, MatchMark
from .pages import DataNeedIndexPage, DataNeedPage
from .rows import NeedAnswer

__all__ = ["DataNeedIndexPage", "DataNeedPage", "Mark", "Match", "MatchMark", "NeedAnswer"]
