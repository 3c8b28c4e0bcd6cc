from .arrangement import Arrangement
from .version import ProceedingsVersion

__all__ = ["Arrangement", "ProceedingsVersion"]
