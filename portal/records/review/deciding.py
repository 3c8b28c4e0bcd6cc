"""The page on which a draft is decided, and what editors do before: who sees to it, what they tell each other."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.models import Page

from portal.directory.rights import is_editor, require
from portal.records import submissions
from portal.records.linter.gate import told_of
from portal.records.models import Assignment, DecisionChecks, RecordPage
from portal.records.models.review import may_review
from portal.records.named_owners import said_of_owners
from portal.records.review.assigning import add_note, assign, editors, notes_on
from portal.records.review.changes import changed_since, returned_before
from portal.records.review.forms import AssignForm, DecisionForm, NoteForm
from portal.records.review.views import PageFormView


class ReviewView(PageFormView):
    """Approve and publish, or return with a message."""

    form_class = DecisionForm
    template_name = "records/admin/review.html"
    page_title = gettext_lazy("Review")
    done = gettext_lazy("Decided: “%(title)s”.")

    def dispatch(self, request, *args, **kwargs):
        if not self.page.workflow_in_progress:
            messages.info(request, _("“%s” does not wait for review any more.") % self.page.get_admin_display_title())
            return redirect("review_queue:index")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def state(self):
        return self.page.current_workflow_task_state

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"page": self.page}

    def get_context_data(self, **kwargs):
        versions = [self.page.pk, "live", self.state.revision_id]
        is_live = self.page.live_revision_id is not None
        return super().get_context_data(**kwargs) | {
            "state": self.state,
            "may_review": may_review(self.request.user, self.state),
            "owners": said_of_owners([self.page.translation_key])[self.page.translation_key],
            "told": told_of(self.state.revision.as_object()) if isinstance(self.page, RecordPage) else [],
            "compare_url": is_live and reverse("wagtailadmin_pages:revisions_compare", args=versions),
            **self._among_editors(),
        }

    def _among_editors(self):
        assignment = Assignment.objects.filter(object_id=str(self.page.pk)).select_related("to").first()
        people = editors()
        return {
            "assignment": assignment,
            "assign_form": AssignForm(people=people, initial={"to": assignment and assignment.to_id}),
            "notes": notes_on(self.state, self.request.user),
            "note_form": NoteForm(),
            "returned": returned_before(self.state),
            "changes": changed_since(self.state, self.page, self.request),
        }

    def get_initial(self):
        return {"seen": self.state.pk}

    @transaction.atomic
    def act(self, data):
        is_approved = data["decision"] == DecisionForm.APPROVE
        checked = {name: data[name] for name in self.get_form().checks}
        if data["seen"] in (None, self.state.pk) and checked:
            DecisionChecks.objects.update_or_create(task_state=self.state, defaults=checked)
        decide = submissions.approve if is_approved else submissions.return_with_message
        decide(page=self.page, by=self.request.user, message=data["message"], seen=data["seen"])

    def get_success_url(self):
        return reverse("review_queue:index")


def _waiting(page_id):
    state = get_object_or_404(Page, pk=page_id).specific.current_workflow_task_state
    if state is None:
        raise PermissionDenied
    return state


@require_POST
def assign_view(request, page_id):
    """To oneself by the button “me”, to another editor, or to nobody."""
    require(is_editor(request.user))
    form = AssignForm(request.POST, people=editors())
    if form.is_valid():
        to = request.user if "me" in request.POST else form.cleaned_data["to"]
        try:
            assign(task_state=_waiting(page_id), to=to, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
    else:
        _say_what_is_wrong(request, form)
    return HttpResponseRedirect(reverse("records_admin:review", args=[page_id]))


@require_POST
def note_view(request, page_id):
    form = NoteForm(request.POST)
    if form.is_valid():
        add_note(task_state=_waiting(page_id), text=form.cleaned_data["text"], by=request.user)
    else:
        _say_what_is_wrong(request, form)
    return HttpResponseRedirect(reverse("records_admin:review", args=[page_id]))


def _say_what_is_wrong(request, form):
    wrong = (error for errors in form.errors.values() for error in errors)
    messages.error(request, " ".join(wrong))
