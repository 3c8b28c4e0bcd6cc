"""What is done with proceedings by whoever runs the event."""

from .arranging import arrange
from .publishing import publish_proceedings, take_back_version

__all__ = ["arrange", "publish_proceedings", "take_back_version"]
