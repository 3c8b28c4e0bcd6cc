"""What is said: before the decision advice, a question, its answer, and that it is put to the owner; after it messages
of both sides. Advice and messages that are sent again are there once."""

from django.db import transaction
from django.utils.translation import gettext as _

from practices.requests.enums import Act, State, Way
from practices.requests.telling import tell_of_step

from .moving import due_again, locked_for, message, moved, said_already


@transaction.atomic
def advise(*, request, by, note, way=Way.PAGE):
    """One of the sides that are asked says what it thinks of it; that is no decision. Returns the step. Raises
    PermissionDenied, and ValidationError without words."""
    request = locked_for(request, by, Act.ADVISE)
    note = message(note, _("Write your advice first."))
    return said_already(request, Act.ADVISE, by, note) or _said(moved(request, Act.ADVISE, by=by, way=way, note=note))


@transaction.atomic
def ask_more(*, request, by, note, way=Way.PAGE):
    """Asks who asked for more. Returns the step; raises PermissionDenied, and ValidationError without a question."""
    request = locked_for(request, by, Act.ASK_MORE)
    note = message(note, _("Write what you want to know."))
    return _said(moved(request, Act.ASK_MORE, by=by, way=way, state=State.MORE_INFORMATION, note=note))


@transaction.atomic
def answer(*, request, by, note):
    """The asking side answers; it is the turn of the others again. Returns the step; raises as `ask_more` does."""
    request = locked_for(request, by, Act.ANSWER)
    note = message(note, _("Write your answer first."))
    due_again(request)
    is_with_owner = request.steps.filter(act=Act.FORWARD).exists()
    state = State.WITH_OWNER if is_with_owner else State.SUBMITTED
    return _said(moved(request, Act.ANSWER, by=by, state=state, note=note))


@transaction.atomic
def forward(*, request, by, note="", way=Way.PAGE):
    """The keeper puts it to the owner, here or by letter. Returns the step; raises PermissionDenied."""
    request = locked_for(request, by, Act.FORWARD)
    note = message(note)
    due_again(request)
    return _said(moved(request, Act.FORWARD, by=by, way=way, state=State.WITH_OWNER, note=note))


@transaction.atomic
def write(*, request, by, note):
    """One side writes to the other after the decision, for example how the data come. Returns the step; raises
    PermissionDenied, and ValidationError without words."""
    request = locked_for(request, by, Act.WRITE)
    note = message(note, _("Write your message first."))
    return said_already(request, Act.WRITE, by, note) or _said(moved(request, Act.WRITE, by=by, note=note))


def _said(step):
    tell_of_step(step)
    return step
