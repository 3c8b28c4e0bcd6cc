from .flow import FlowIndexPage, FlowPage
from .flow_rows import FlowBarrier
from .platform import PlatformIndexPage, PlatformPage
from .platform_rows import PlatformBridge, PlatformLimitation

__all__ = [
    "FlowBarrier", "FlowIndexPage", "FlowPage", "PlatformBridge", "PlatformIndexPage", "PlatformLimitation",
    "PlatformPage",
]  # fmt: skip
