"""The editors' form of a record: its story, and beside it who may see it and what is still empty."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.models import TaskState, WorkflowState

from portal.access.enums import Level
from portal.access.models import PartiesWish, RestoreWish
from portal.records.completeness import empty_fields
from portal.records.cut_levels import cut_of
from portal.records.forms import RecordForm
from portal.records.models.review import may_review
from portal.records.related import read_related
from portal.records.unread import unread_warning
from portal.taxonomy.tree import held


def record_form(panels, *, form_class=RecordForm, access=()):
    """The form of a kind: `panels` in the order of its story, then the step “Who may see this?” with what the kind
    adds to it (`access`)."""
    story = ObjectList(
        [ReviewPanel(), LinterPanel(), TodoPanel(heading=_("Still empty"), classname="collapsed"), *panels],
        heading=_("Content"),
    )
    access = ObjectList([AccessPanel([*ACCESS_CHILDREN, *access])], heading=_("Who may see this?"))
    return RecordTabs([story, access], base_form_class=form_class)


class RecordTabs(TabbedInterface):
    """Asks once for a whole form whether the vocabularies changed, however many rows it has."""

    class BoundPanel(TabbedInterface.BoundPanel):
        def __init__(self, **options):
            super().__init__(**options)
            if self.form is not None:
                with held():
                    _bind(self)


def _bind(panel):
    """Makes all panels below it, which Wagtail does when they are first asked for."""
    for child in getattr(panel, "children", ()):
        _bind(child)


ROLES_IN_SHARING = {"role": {"attributes__context__in": ["partnership", "both"]}}
"""Of the parts that an organisation can have, those in sharing data: not those at an event."""
ROLES_AT_EVENTS = {"role": {"attributes__context__in": ["event", "both"]}}
"""Those at an event."""


def keeping_true():
    """What keeps any record findable and true: tags, licence, whom to ask, when to look again."""
    fields = ["tags", "licence", "focal_mailbox", "reviewed_on", "review_due_on"]
    return MultiFieldPanel([FieldPanel(name) for name in fields], heading=_("Keeping it true"))


class ReviewPanel(Panel):
    """Where the draft stands: the reviewer's message to its author, or that it waits and who may decide."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "records/admin/review_panel.html"

        def __init__(self, **options):
            super().__init__(**options)
            self.state = self.instance.current_workflow_state if self.instance.pk else None

        def is_shown(self):
            return self.state is not None

        def get_context_data(self, parent_context=None):
            task_state = self.state.current_task_state
            user = self.request.user
            return super().get_context_data(parent_context) | {
                "page": self.instance,
                "state": self.state,
                "returned": self.state.status == WorkflowState.STATUS_NEEDS_CHANGES and task_state,
                "may_review": may_review(user, task_state),
                "may_take_back": self.state.user_can_cancel(user),
                "last_message": _last_message(self.state),
            }


class LinterPanel(Panel):
    """What stands in the draft and not everybody may read: its author learns it with each save, nothing is lost."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "records/admin/linter_panel.html"

        @cached_property
        def told(self):
            """Found once: Wagtail asks several times whether a panel is shown."""
            return self.form.told()

        def is_shown(self):
            return bool(self.told)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"told": self.told}


class TodoPanel(Panel):
    """The fields that matter and hold nothing yet: nobody must fill them, they are what makes it findable."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "records/admin/todo_panel.html"

        @cached_property
        def labels(self):
            """Read once: Wagtail asks several times whether a panel is shown."""
            if not self.instance.pk:
                return {}
            if self.form.is_bound:
                # The form read nothing ahead: what was sent stands in its rows.
                read_related(self.instance)
            return dict.fromkeys(empty_fields(self.instance))

        def is_shown(self):
            return bool(self.labels)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"labels": self.labels}


class AccessPanel(MultiFieldPanel):
    """Who may see the record now, what to do at once, and what its author asks for."""

    def __init__(self, children=None, **options):
        super().__init__(children or ACCESS_CHILDREN, **options)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "records/admin/access_panel.html"

        def get_context_data(self, parent_context=None):
            now = state_of(self.instance, self.form.identity, self.form.wish)
            return super().get_context_data(parent_context) | {"now": now, "page": self.instance}


ACCESS_CHILDREN = [
    FieldPanel("listed_to"),
    FieldPanel("details_to"),
    FieldPanel("named_organisations"),
    FieldPanel("names_person"),
    FieldPanel("names_place"),
    FieldPanel("tells_unpublished"),
    FieldPanel("access_reason"),
]


def state_of(page, identity, wish):
    """The access of a record as texts for an editor; None before its first draft is saved."""
    if identity is None:
        return None
    return {
        "listed_to": Level(identity.listed_to).label,
        "details_to": Level(identity.details_to).label,
        "sensitivity": identity.get_text_sensitivity_display(),
        "owner": identity.owner,
        "custodian": identity.custodian,
        "named": list(identity.named_organisations.all()),
        "withdrawn_at": identity.withdrawn_at,
        "wish": wish,
        "cut": cut_of(identity, wish, page.text_starts_at),
        "unread": unread_warning(identity, wish),
        "restore_wish": identity.withdrawn_at
        and RestoreWish.objects.filter(identity=identity).select_related("asked_by").first(),
        "parties_wish": PartiesWish.objects.filter(identity=identity)
        .select_related("asked_by", "owner", "custodian")
        .first(),
        "others": [each.locale for each in page.get_translations().live().select_related("locale")],
    }


def _last_message(state):
    return state.task_states.filter(status=TaskState.STATUS_REJECTED).order_by("-finished_at").first()
