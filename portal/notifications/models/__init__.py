from .notice import Notice
from .preference import MailPreference, StoppedAddress

__all__ = ["MailPreference", "Notice", "StoppedAddress"]
