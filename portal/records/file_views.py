"""Wagtail's forms of files, where a refusal says what to do instead."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.documents.views import documents
from wagtail.images.views import images

from portal.records.file_permissions import is_reviewed

REASON = _(
    "“%(title)s” is on a published page, or on one that waits for review: it stays as it is. Add the new file beside "
    "it, choose that one on the page, and send the page for review."
)


class WithReason:
    """Leads back to the list, with a sentence, from a file that only administrators may change."""

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionDenied:
            file = get_object_or_404(self.model, pk=kwargs[self.pk_url_kwarg])
            if not is_reviewed(file):
                raise
            messages.warning(request, REASON % {"title": file.title})
            return redirect(self.index_url_name)


class DocumentEditView(WithReason, documents.EditView):
    pass


class DocumentDeleteView(WithReason, documents.DeleteView):
    pass


class ImageEditView(WithReason, images.EditView):
    pass


class ImageDeleteView(WithReason, images.DeleteView):
    pass


urlpatterns = [
    path("documents/edit/<int:document_id>/", DocumentEditView.as_view()),
    path("documents/delete/<int:document_id>/", DocumentDeleteView.as_view()),
    path("images/<int:image_id>/", ImageEditView.as_view()),
    path("images/<int:image_id>/delete/", ImageDeleteView.as_view()),
]
"""At Wagtail's own addresses, before Wagtail's views; `reverse` finds these by Wagtail's names."""
