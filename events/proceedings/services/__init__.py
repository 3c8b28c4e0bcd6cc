"""What is done with proceedings by whoever runs the event."""

from .arranging import arrange
from .publishing import next_number, publish_proceedings, take_back_version

__all__ = ["arrange", "next_number", "publish_proceedings", "take_back_version"]
