"""Steps of an idea's plan become follow-up actions."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import open_action
from portal.access.changes import announced_together
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.directory.rights import require
from practices.partnerships.models import IdeaPage
from practices.partnerships.plan import plan_of
from practices.partnerships.rights import may_move
from practices.partnerships.steps import steps_to_do

from .answering import require_open
from .moving import locked

LONGEST = FollowUpAction._meta.get_field("title").max_length


@transaction.atomic
def make_actions(*, identity, steps, by) -> list[FollowUpAction]:
    """A follow-up action for each of these PlannedSteps, all or none; returns the new ones. A step that has one
    already, or is done, gets none.

    Raises PermissionDenied for who may not say how far the idea is; ValidationError, with the words of the step, for
    one without an organisation or a day, and for words that must not stand in an action.
    """
    identity = locked(identity)
    require(may_move(by, identity))
    require_open(identity)
    page, problems, made = _page(identity), [], []
    own = {step.key for step in plan_of(page)}
    with announced_together(), transaction.atomic():
        for step in steps_to_do(identity.key, [step for step in steps if step.key in own]):
            try:
                made.append(_made(step, page, identity, by))
            except ValidationError as refused:
                problems += [f"{Truncator(step.text).chars(60)}: {sentence}" for sentence in refused.messages]
        if problems:
            raise ValidationError({NON_FIELD_ERRORS: problems})
    return made


def _made(step, page, identity, by):
    if step.organisation is None or step.due_on is None:
        raise ValidationError(_("Say which organisation does it, and until when."))
    title = Truncator(" ".join(step.text.split())).chars(LONGEST)
    # The words of a step are for who reads the idea: its action is for nobody else.
    return open_action(
        by=by, title=title, details=step.text if len(step.text) > LONGEST else "", organisation=step.organisation,
        due_on=step.due_on, origin=_origin(page, identity, by), level=Level(identity.details_to),
        sensitivity=identity.text_sensitivity, language=page.locale.language_code, step_key=step.key, source=identity,
    )  # fmt: skip


def _origin(page, identity, by):
    """The idea, and the session at which it was born where `by` may know of its event: there it is followed up."""
    event = RecordIdentity.objects.visible_to(by).filter(pk=page.born_event_id, withdrawn_at=None).first()
    return Origin(event=event, session_key=page.born_session, idea=identity)


def _page(identity):
    """The idea as it was written first: its steps have the same keys in every language."""
    return IdeaPage.objects.live().filter(translation_key=identity.key).select_related("locale").order_by("pk").first()
