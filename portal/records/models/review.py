"""The review of a draft: a second person approves it or returns it with a message, nobody does so with their own."""

from collections import defaultdict

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.locks import WorkflowLock
from wagtail.models import Page, Revision, Task, TaskState

from portal.access.enums import TextSensitivity
from portal.access.models import AccessWish, PartiesWish, RecordIdentity
from portal.access.readers import reader_of
from portal.access.services import approve_parties, approve_wish
from portal.records.linter.gate import refusal, told_of
from portal.records.named_owners import tell, why_not

APPROVE, RETURN = "approve", "reject"
WISHES = (AccessWish, PartiesWish)
"""What a reviewer grants with the approval."""


class NotAsSubmitted(PermissionDenied):
    """What waits is no longer what was sent: it can be returned, not approved. Its text says why."""


class ReviewLock(WorkflowLock):
    """While it waits, nobody changes it: what is approved is what was sent."""

    def get_message(self, user):
        return _("This waits for review. Nobody can change it until it is published, returned or taken back.")

    def get_locked_by(self, user, can_lock=False):
        return _("Waits for review")

    def get_description(self, user, can_lock=False):
        return _("Nobody can change it until it is published, returned or taken back by its author.")


class MessageForm(forms.Form):
    """What the author reads when their draft comes back."""

    comment = forms.CharField(label=_("Message to the author"), widget=forms.Textarea({"rows": 4}))


class ReviewTask(Task):
    """The one step of the workflow. Editors and administrators review, never what they wrote, sent or asked for."""

    lock_class = ReviewLock

    class Meta:
        verbose_name = _("review by a second editor")
        verbose_name_plural = _("reviews by a second editor")

    def locked_for_user(self, obj, user):
        return True

    def get_actions(self, obj, user):
        if not may_review(user, obj.current_workflow_task_state):
            return []
        return [(RETURN, _("Return with a message"), True), (APPROVE, _("Approve and publish"), False)]

    def get_form_for_action(self, action):
        return MessageForm if action == RETURN else TaskStateCommentForm

    def get_task_states_user_can_moderate(self, user, **kwargs):
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if not reader_of(user).is_editor:
            return waiting.none()
        authors = authors_by_state(waiting)
        return waiting.filter(pk__in=[pk for pk, people in authors.items() if user.pk not in people])

    @transaction.atomic
    def start(self, workflow_state, user=None):
        """The version waits from now on; owners of data that it names are told before it can go beyond the members."""
        task_state = super().start(workflow_state, user=user)
        page = task_state.revision.as_object()
        # Locked: nobody asks for another access between the question and its answer.
        if identity := RecordIdentity.objects.select_for_update().filter(pk=page.translation_key).first():
            tell(page, identity, task_state.revision_id)
        return task_state

    @transaction.atomic
    def on_action(self, task_state, user, action_name, comment="", **options):
        """Approves and publishes with the access asked for, or returns. All of it happens, or nothing.

        Raises PermissionDenied (no editor, own submission, already decided), NotAsSubmitted, ValidationError (returned
        without a message).
        """
        task_state = TaskState.objects.select_for_update().get(pk=task_state.pk)
        if not may_review(user, task_state):
            raise PermissionDenied
        if action_name == APPROVE:
            self._grant_wishes(task_state, user)
        elif not comment.strip():
            raise ValidationError({"comment": _("Say what the author should change.")})
        super().on_action(task_state, user, action_name, comment=comment.strip())

    @classmethod
    def get_description(cls):
        return _("An editor who neither wrote nor sent it publishes it or returns it with a message.")

    def _grant_wishes(self, task_state, user):
        page = task_state.workflow_state.content_object.specific
        # Locked before anything is asked of it: nobody asks for another access between the question and the approval.
        identity = RecordIdentity.objects.select_for_update().filter(pk=page.translation_key).first()
        _require_as_submitted(task_state, page)
        if identity:
            _require_decidable(task_state, identity)
            draft = task_state.revision.as_object()
            if waits := why_not(draft, identity, task_state.revision_id):
                raise NotAsSubmitted(waits)
            granted = approve_wish(identity=identity, by=user, has_sources=draft.rests_on_sources)
            _require_within(draft, granted, identity)
            approve_parties(identity=identity, by=user)


def may_review(user, task_state):
    """Whether `user` may decide on what waits: an editor or administrator who is none of its authors."""
    waits = task_state is not None and task_state.status == TaskState.STATUS_IN_PROGRESS
    return waits and reader_of(user).is_editor and user.pk not in authors_of(task_state)


def authors_of(task_state):
    """The primary keys of everybody who wrote at it since it was last published, who sent it, and who asked for its
    access: whoever saved it last may have changed a comma of what another wrote."""
    return authors_by_state([task_state])[task_state.pk]


def authors_by_state(task_states):
    """The same for many: a dictionary by their primary keys; always the same number of queries."""
    task_states = list(task_states)
    prefetch_related_objects(task_states, "workflow_state__content_object")
    askers = _askers({_key(state) for state in task_states})
    writers = _writers(task_states)
    return {
        state.pk: {state.workflow_state.requested_by_id, *askers[_key(state)], *writers[state.pk]} - {None}
        for state in task_states
    }


def is_answered(identity):
    """Whether somebody has said who may see the record, so that a reviewer can decide."""
    if wish := AccessWish.objects.filter(identity=identity).first():
        return wish.is_answered
    return identity.text_sensitivity != TextSensitivity.NOT_ASSESSED


def _askers(keys):
    """By key of a record, the primary keys of who asked for its access or its parties."""
    askers = defaultdict(set)
    first, *others = (
        model.objects.filter(identity__in=keys).order_by().values_list("identity", "asked_by") for model in WISHES
    )
    for key, user in first.union(*others):
        askers[key].add(user)
    return askers


def _writers(task_states):
    """By primary key of a task state, the users of the version that waits and of all since the published one."""
    state_of = {state.workflow_state.object_id: state for state in task_states}
    pages = ContentType.objects.get_for_model(Page)
    versions = Revision.objects.filter(base_content_type=pages, object_id__in=state_of)
    writers = defaultdict(set)
    # The text of the versions is not read.
    for version, page, user in versions.values_list("pk", "object_id", "user"):
        state = state_of[page]
        published = state.workflow_state.content_object.live_revision_id or 0
        if version > published or version == state.revision_id:
            writers[state.pk].add(user)
    return writers


def _key(task_state):
    return task_state.workflow_state.content_object.translation_key


def _asked_at(task_state):
    """When access and parties that wait for this decision were asked for."""
    return [
        asked_at
        for model in WISHES
        for asked_at in model.objects.filter(identity=_key(task_state)).values_list("asked_at", flat=True)
    ]


def _require_as_submitted(task_state, page):
    if page.latest_revision_id != task_state.revision_id:
        raise NotAsSubmitted(_("It was changed after it was sent. Return it, so that it is sent again."))
    scheduled = task_state.revision.as_object().go_live_at
    if scheduled and scheduled > timezone.now() and _asked_at(task_state):
        raise NotAsSubmitted(_("Who may see it would change before its new text is there. Publish it without a date."))


def _require_within(page, identity, before):
    """Nothing in what is published now may be for fewer people than will see it, nor in its other languages, which
    the same access opens."""
    is_widened = (identity.listed_to, identity.details_to) != (before.listed_to, before.details_to)
    others = [each.specific for each in page.get_translations().live()] if is_widened else []
    for version in (page, *others):
        if sentences := refusal(told_of(version), identity):
            raise NotAsSubmitted(sentences)


def _require_decidable(task_state, identity):
    if not is_answered(identity):
        raise NotAsSubmitted(_("The questions of “Who may see this?” are not answered. Return it with a message."))
    if any(asked_at > task_state.started_at for asked_at in _asked_at(task_state)):
        raise NotAsSubmitted(
            _("Who may see it was asked for anew after it was sent. Return it, so that it is sent again.")
        )
