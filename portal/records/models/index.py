from itertools import chain

from django.http import Http404
from wagtail.models import Page


class RecordIndexPage(Page):
    """The list of one kind. It finds a record under each language's prefix, in the record's own language."""

    is_creatable = False
    promote_panels = []

    class Meta:
        abstract = True

    def route(self, request, path_components):
        if len(path_components) != 1:
            return super().route(request, path_components)
        return self._record(path_components[0]).route(request, [])

    def _record(self, slug):
        """The record of that slug below this page, or below the page of another language."""
        for index in chain([self], self.get_translations()):
            if page := self.record_model().objects.child_of(index).select_related("locale").filter(slug=slug).first():
                return page
        raise Http404

    def record_model(self):
        """The class of the records that stand below this page."""
        (model,) = self.allowed_subpage_models()
        return model
