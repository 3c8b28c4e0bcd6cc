from .record import HarvestedRecord
from .run import HarvestRun
from .source import HarvestSource

__all__ = ["HarvestRun", "HarvestSource", "HarvestedRecord"]
