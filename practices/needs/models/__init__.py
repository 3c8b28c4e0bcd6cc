from .pages import DataNeedIndexPage, DataNeedPage
from .rows import NeedAnswer

__all__ = ["DataNeedIndexPage", "DataNeedPage", "NeedAnswer"]
