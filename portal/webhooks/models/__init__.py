from .delivery import Delivery
from .public_state import PublicState
from .webhook import Webhook

__all__ = ["Delivery", "PublicState", "Webhook"]
