from .pages import OutputIndexPage, OutputPage

__all__ = ["OutputIndexPage", "OutputPage"]
