"""Drafts that were sent together, decided together."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import TaskState

from portal.records import submissions
from portal.records.models import DecisionChecks, NotAsSubmitted, Submission
from portal.records.models.review import authors_by_state
from portal.records.review.forms import CHECKS

MOST = 100


class BatchView(WagtailAdminTemplateMixin, TemplateView):
    """What still waits of a joint submission: those that are ticked are approved, each for itself."""

    template_name = "records/admin/batch.html"
    header_icon = "clipboard-list"

    @cached_property
    def submission(self):
        return get_object_or_404(Submission, pk=self.kwargs["key"])

    def get_page_title(self):
        return self.submission.title

    @cached_property
    def waiting(self):
        """The steps that wait, each with its page."""
        pages = self.submission.parts.values("object_id")
        steps = TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id__in=pages
        ).select_related("workflow_state", "revision")
        return list(steps.prefetch_related("workflow_state__content_object").order_by("pk")[:MOST])

    def get_context_data(self, **kwargs):
        authors = authors_by_state(self.waiting)
        mine = {pk for pk, people in authors.items() if self.request.user.pk in people}
        lines = [(step, step.workflow_state.content_object, step.pk in mine) for step in self.waiting]
        return super().get_context_data(**kwargs) | {"lines": lines, "checks": CHECKS, "submission": self.submission}

    def post(self, request, *args, **kwargs):
        if not all(request.POST.get(name) for name in CHECKS):
            messages.error(request, _("Tick what you have checked, all three, or return it."))
            return HttpResponseRedirect(request.path)
        ticked = set(request.POST.getlist("step"))
        done = sum(self._approved(step) for step in self.waiting if str(step.pk) in ticked)
        messages.success(request, ngettext("%(count)d published.", "%(count)d published.", done) % {"count": done})
        return HttpResponseRedirect(request.path)

    def _approved(self, step):
        page = step.workflow_state.content_object.specific
        try:
            with transaction.atomic():
                DecisionChecks.objects.update_or_create(task_state=step, defaults=dict.fromkeys(CHECKS, True))
                submissions.approve(page=page, by=self.request.user, seen=step.pk)
        except PermissionDenied as refusal:
            why = str(refusal) if isinstance(refusal, NotAsSubmitted) else _("You cannot decide this one.")
            messages.error(self.request, f"{page.get_admin_display_title()}: {why}")
            return False
        return True
