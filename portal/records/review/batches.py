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

MOST = 200
"""Drafts in sight, and decided at once: an import of members has no more rows."""


class BatchView(WagtailAdminTemplateMixin, TemplateView):
    """What still waits of a joint submission: those that are ticked, or all, are approved, each for itself, or returned
    with one message."""

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
        if "return" in request.POST:
            return self._returned(request)
        if not all(request.POST.get(name) for name in CHECKS):
            messages.error(request, _("Tick what you have checked, all three, or return it."))
            return HttpResponseRedirect(request.path)
        done = sum(self._approved(step) for step in self._chosen(request))
        messages.success(request, ngettext("%(count)d published.", "%(count)d published.", done) % {"count": done})
        return HttpResponseRedirect(request.path)

    def _returned(self, request):
        message = request.POST.get("message", "").strip()
        if not message:
            messages.error(request, _("Say what the author should change."))
            return HttpResponseRedirect(request.path)
        done = sum(
            self._decided(step, submissions.return_with_message, message=message) for step in self._chosen(request)
        )
        messages.success(request, ngettext("%(count)d returned.", "%(count)d returned.", done) % {"count": done})
        return HttpResponseRedirect(request.path)

    def _chosen(self, request):
        ticked = set(request.POST.getlist("step"))
        return [step for step in self.waiting if "all" in request.POST or str(step.pk) in ticked]

    def _approved(self, step):
        return self._decided(step, _checked_and_approved)

    def _decided(self, step, decide, **said):
        """Whether one was decided; why not is said above the page."""
        page = step.workflow_state.content_object.specific
        try:
            with transaction.atomic():
                decide(page=page, by=self.request.user, seen=step.pk, **said)
        except PermissionDenied as refusal:
            why = str(refusal) if isinstance(refusal, NotAsSubmitted) else _("You cannot decide this one.")
            messages.error(self.request, f"{page.get_admin_display_title()}: {why}")
            return False
        return True


def _checked_and_approved(*, page, by, seen):
    DecisionChecks.objects.update_or_create(task_state_id=seen, defaults=dict.fromkeys(CHECKS, True))
    submissions.approve(page=page, by=by, seen=seen)
