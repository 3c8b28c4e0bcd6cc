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
        """The record of that slug in the language of this page, else in its own. A slug ends in its record's code, so
        that one query finds all its languages; the original has the lowest key."""
        pages = self.record_model().objects.live().filter(slug=slug).select_related("locale").order_by("pk")
        found = sorted(pages, key=lambda page: page.locale_id != self.locale_id)
        if not found:
            raise Http404
        return found[0]

    def record_model(self):
        """The class of the records that stand below this page."""
        (model,) = self.allowed_subpage_models()
        return model
