"""The index page of each kind of record that is a page."""

from wagtail.models import Page

from portal.records.registry import kinds


def index_models():
    """Pairs of Kind and the class of its index page, in the order of the registry."""
    for kind in kinds():
        if issubclass(kind.model, Page):
            (index,) = kind.model.allowed_parent_page_models()
            yield kind, index
