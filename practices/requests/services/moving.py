"""What every act has in common: the row as it stands now, whether it may be done, and the step that it leaves."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.enums import Level
from portal.access.services import log
from portal.directory.rights import require
from portal.records.linter.gate import refusal_of_short_text
from practices.requests.enums import Way
from practices.requests.models import Approval, DataRequest, RequestStep
from practices.requests.sides import may

AGAIN = timedelta(days=1)
LOGGED = "request"
"""The action in the log of the entry that is asked for: which request, and what was done, without its words."""


def locked(request):
    """The row as it stands now, locked until the transaction ends."""
    return DataRequest.objects.select_for_update().get(pk=request.pk)


def locked_for(request, by, act):
    """The same, for an act that `by` may do now; raises PermissionDenied otherwise."""
    request = locked(request)
    require(may(by, act, request))
    return request


def moved(request, act, *, by=None, way=Way.PAGE, state=None, **facts):
    """Leaves a step and, with `state`, a new state, which ends what waited for a confirmation; returns the step."""
    if state is not None:
        request.state, request.state_since = state, timezone.now()
        request.save()
        Approval.objects.filter(request=request).delete()
    step = RequestStep.objects.create(request=request, act=act, state=request.state, by=by, way=way, **facts)
    if request.about_id:
        log(LOGGED, identity=request.about, by=by, request=request.code, act=str(act), state=str(request.state))
    return step


def said_already(request, act, by, note):
    """The last step of a locked request where it is these words of this person, of a moment ago; else None: they are
    sent again when no answer came."""
    last = request.steps.order_by("at", "pk").last()
    is_same = last is not None and (last.act, last.by_id, last.note) == (act, by.pk, note)
    return last if is_same and last.at > timezone.now() - AGAIN else None


def due_again(request):
    """It is the turn of who is asked, who have as long as they had at the beginning."""
    request.answer_due_on = timezone.localdate() + timedelta(days=request.answer_days)


def message(text, sentence=""):
    """A message as it may stand in a trail, without space around it. Raises ValidationError, by `note`, when there is
    none and `sentence` says that there must be, and when something in it must not stand here."""
    text = text.strip()
    if sentence and not text:
        raise ValidationError({"note": sentence})
    require_allowed({"note": text}, {"note": _("Your message")})
    return text


def require_allowed(texts, labels):
    """Raises ValidationError, by name, for texts with something in them that members at large must not read: they go by
    mail, too."""
    refused = {name: refusal_of_short_text(text, labels[name], Level.MEMBERS) for name, text in texts.items()}
    if refused := {name: sentence for name, sentence in refused.items() if sentence}:
        raise ValidationError(refused)
