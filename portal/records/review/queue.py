"""Two lists of what was sent for review: what waits for me, and what became of mine."""

from django.db.models import OuterRef, Prefetch, Subquery, UUIDField
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import TaskState, WorkflowState

from portal.records.models import Assignment, SubmittedPart
from portal.records.models.review import authors_by_state
from portal.records.named_owners import said_of_owners
from portal.records.review.areas import first_for
from portal.records.review.filters import QueueFilterSet, SubmissionFilterSet
from portal.records.unread import unread_among

STATES = {
    WorkflowState.STATUS_IN_PROGRESS: _("Waits for review"),
    WorkflowState.STATUS_NEEDS_CHANGES: _("Returned with a message"),
    WorkflowState.STATUS_APPROVED: _("Published"),
    WorkflowState.STATUS_CANCELLED: _("Taken back"),
}

NEAR = {
    "area": _("What I review first"),
    "sampled": _("Changes to look at afterwards"),
    "trusted": _("Trusted organisations"),
}
"""What else editors do about reviews, by the name of its address."""
ANSWERED = (
    TaskState.objects.filter(status__in=[TaskState.STATUS_REJECTED, TaskState.STATUS_APPROVED])
    .exclude(comment="")
    .order_by("-finished_at")
)


class SubmissionList(BaseListingView):
    """What both lists share."""

    model = WorkflowState
    filterset_class = SubmissionFilterSet
    is_searchable = False
    paginate_by = 50
    default_ordering = "-created_at"
    verbose_name = _("submission")
    verbose_name_plural = _("submissions")

    def get_base_queryset(self):
        states = WorkflowState.objects.filter(object_id__gt="").select_related(
            "content_type", "requested_by__wagtail_userprofile", "current_task_state"
        )
        return states.prefetch_related("content_object")


class QueueView(SubmissionList):
    """What waits: first what is given to me or in my area, of that the longest."""

    filterset_class = QueueFilterSet

    page_title = _("Waiting for review")
    header_icon = "clipboard-list"
    index_url_name = "review_queue:index"
    index_results_url_name = "review_queue:index_results"
    default_ordering = ("first", "created_at", "pk")

    @cached_property
    def header_buttons(self):
        return [HeaderButton(label, url=reverse(f"records_admin:{name}")) for name, label in NEAR.items()]

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), accessor=_title, get_url=self._review_url),
            Column("kind", label=_("Kind"), accessor=_kind),
            UserColumn("requested_by", label=_("Sent by"), blank_display_name=_("Nobody")),
            DateColumn("created_at", label=_("Since"), sort_key="created_at"),
            Column("mine", label=_("Who decides"), accessor=self._who_decides),
            Column("assigned", label=_("Who sees to it"), accessor=self._assigned),
            Column("unread", label=_("Warning"), accessor=self._warning),
            Column("owners", label=_("Owner of the data"), accessor=self._owner),
            TitleColumn("sent_with", label=_("Sent with"), accessor=self._batch, get_url=self._batch_url),
        ]

    def get_base_queryset(self):
        waiting = super().get_base_queryset().filter(status=WorkflowState.STATUS_IN_PROGRESS)
        part = SubmittedPart.objects.filter(object_id=OuterRef("object_id"))
        return waiting.annotate(
            first=first_for(self.request.user),
            sent_with=Subquery(part.values("submission")[:1], output_field=UUIDField()),
            sent_as=Subquery(part.values("submission__title")[:1]),
        )

    def _review_url(self, state):
        return reverse("records_admin:review", args=[state.object_id])

    def get_table(self, object_list):
        # Of the rows of this page only: all that waits may be much more.
        self._authors = authors_by_state(_task_states(object_list))
        pages = [state.object_id for state in object_list]
        assigned = Assignment.objects.filter(object_id__in=pages).select_related("to")
        self._assignments = {each.object_id: each.to for each in assigned}
        keys = {state.content_object.translation_key for state in object_list if state.content_object}
        self._owners, self._unread = said_of_owners(keys), unread_among(keys)
        return super().get_table(object_list)

    def _who_decides(self, state):
        own = self.request.user.pk in self._authors[state.current_task_state_id]
        return _("Someone else: it is yours") if own else _("You, or another editor")

    def _assigned(self, state):
        return self._assignments.get(state.object_id, "—")

    def _owner(self, state):
        return "; ".join(self._owners.get(state.content_object and state.content_object.translation_key, ())) or "—"

    def _warning(self, state):
        return self._unread.get(state.content_object and state.content_object.translation_key, "—")

    def _batch(self, state):
        return state.sent_as or ""

    def _batch_url(self, state):
        return state.sent_with and reverse("records_admin:batch", args=[state.sent_with])


class MySubmissionsView(SubmissionList):
    """What I sent, and what the reviewer answered."""

    page_title = _("My submissions")
    header_icon = "draft"
    index_url_name = "my_submissions:index"
    index_results_url_name = "my_submissions:index_results"
    columns = [
        TitleColumn(
            "title", label=_("Title"), accessor=lambda state: _title(state), get_url=lambda state: _edit_url(state)
        ),
        Column("kind", label=_("Kind"), accessor=lambda state: _kind(state)),
        Column("status", label=_("State"), accessor=lambda state: STATES[state.status]),
        Column("message", label=_("Message of the reviewer"), accessor=lambda state: _message(state)),
        DateColumn("created_at", label=_("Sent"), sort_key="created_at"),
    ]

    def get_base_queryset(self):
        mine = super().get_base_queryset().filter(requested_by=self.request.user)
        return mine.prefetch_related(Prefetch("task_states", ANSWERED, to_attr="answers"))


class ListViewSet(ViewSet):
    """A list with its entry in the menu."""

    add_to_admin_menu = True
    view_class = None

    def get_urlpatterns(self):
        return [
            path("", self.view_class.as_view(), name="index"),
            path("results/", self.view_class.as_view(results_only=True), name="index_results"),
        ]


class QueueViewSet(ListViewSet):
    name = "review_queue"
    view_class = QueueView
    icon = "clipboard-list"
    menu_label = _("Waiting for review")
    menu_order = 100


class MySubmissionsViewSet(ListViewSet):
    name = "my_submissions"
    view_class = MySubmissionsView
    icon = "draft"
    menu_label = _("My submissions")
    menu_order = 110


def _task_states(states):
    """The current steps of these submissions, which know what belongs to them already."""
    for state in states:
        state.current_task_state.workflow_state = state
    return [state.current_task_state for state in states]


def _title(state):
    return state.content_object.get_admin_display_title() if state.content_object else ""


def _kind(state):
    return state.content_type.model_class()._meta.verbose_name


def _edit_url(state):
    return reverse("wagtailadmin_pages:edit", args=[state.object_id])


def _message(state):
    return state.answers[0].comment if state.answers else ""
