from django.conf import settings
from django.http import Http404
from django.template.response import TemplateResponse
from wagtail.models import PageViewRestriction

from portal.access.enums import Action
from portal.access.policy import can
from portal.records.as_readers import as_readers_for_review
from portal.records.presentation import present, texts_in
from portal.records.reads import ABOVE_MEMBERS, note_read, note_refusal


class ServedRecord:
    """How a RecordPage answers at its address: absent for who may not know of it, and with nothing in its template that
    its reader may not see."""

    def route(self, request, path_components):
        """Answers for a record one may not know of as for an absent one, before method or path can tell."""
        if path_components or not self.live:
            raise Http404
        identity = self.identity_for(request.user)
        if not can(request.user, Action.KNOW, identity):
            note_refusal(request, key=self.key)
            raise Http404
        request.record_identity = identity
        return super().route(request, path_components)

    def get_view_restrictions(self):
        """Wagtail's own page privacy decides nothing here (docs/decisions): it follows the tree, not the record."""
        return PageViewRestriction.objects.none()

    def get_context(self, request, *args, **kwargs):
        """What the template gets instead of the page: only what this reader may see."""
        identity = getattr(request, "record_identity", None) or self.identity
        record = present(self, request.user, identity)
        if record.details_readable and identity.details_to in ABOVE_MEMBERS:
            note_read(request, self.key)
        request.shown_texts = texts_in(record)
        return {"record": record, "request": request}

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "messages": request.preview_notes}

    def serve_preview(self, request, mode_name):
        """The draft as its readers would see it, inside a frame of the editor."""
        if self.identity is None:
            response = TemplateResponse(request, "records/admin/preview_after_saving.html")
        else:
            response = super().serve_preview(as_readers_for_review(request, self), mode_name)
        # The public policy forbids frames: https://docs.djangoproject.com/en/6.1/ref/csp/
        response._csp_config = {**settings.SECURE_CSP, "frame-ancestors": ["'self'"]}
        return response
