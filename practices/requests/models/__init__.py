from .approval import Approval
from .handed_over import HandedOver
from .request import DataRequest
from .step import RequestStep

__all__ = ["Approval", "DataRequest", "HandedOver", "RequestStep"]
