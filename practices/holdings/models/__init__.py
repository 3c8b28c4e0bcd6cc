from .pages import DataHoldingIndexPage, DataHoldingPage
from .rows import HoldingUse, SharingStep

__all__ = ["DataHoldingIndexPage", "DataHoldingPage", "HoldingUse", "SharingStep"]
