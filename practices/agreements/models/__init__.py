from .pages import AgreementIndexPage, AgreementPage
from .rows import AgreementHolding, ProtocolClass

__all__ = ["AgreementHolding", "AgreementIndexPage", "AgreementPage", "ProtocolClass"]
