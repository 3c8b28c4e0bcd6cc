from django.http import Http404
from wagtail.models import Page


class RecordIndexPage(Page):
    """The list of one kind. It finds a record under each language's prefix, in the record's own language."""

    is_creatable = False
    promote_panels = []

    class Meta:
        abstract = True

    def route(self, request, path_components):
        if len(path_components) == 1 and not self.get_children().filter(slug=path_components[0]).exists():
            return self._in_another_language(path_components[0]).route(request, [])
        return super().route(request, path_components)

    def _in_another_language(self, slug):
        for index in self.get_translations():
            if page := index.get_children().live().filter(slug=slug).first():
                return page.specific
        raise Http404
