"""The data themselves go another way than through the portal; here stands that they went, came, and are destroyed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from practices.requests.enums import Act
from practices.requests.models import HandedOver
from practices.requests.telling import tell_of_step

from .keeping import forget_wish
from .moving import locked_for, moved


@transaction.atomic
def hand_over(*, request, by, delivered_on, channel, keep_until):
    """Who was asked says that the data were handed over: on which day, how, and until when they may be kept. Returns
    the HandedOver; raises PermissionDenied, and ValidationError for days that cannot be."""
    request = locked_for(request, by, Act.DELIVER)
    _require_past(delivered_on, "delivered_on")
    if keep_until <= delivered_on:
        raise ValidationError({"keep_until": _("This day is before the data were handed over.")})
    if keep_until > request.given_until:
        raise ValidationError({"keep_until": _("This is later than the day until which it was approved.")})
    handed = HandedOver.objects.create(
        request=request, delivered_on=delivered_on, channel=channel, keep_until=keep_until
    )
    return _noted(handed, Act.DELIVER, by, until=keep_until)


@transaction.atomic
def confirm_received(*, request, by, received_on):
    """Who asked says that they came. Returns the HandedOver; raises as `hand_over` does."""
    return _on(request, by, Act.RECEIVE, "received_on", received_on)


@transaction.atomic
def confirm_destroyed(*, request, by, destroyed_on):
    """Who asked says that they are destroyed; what waits for an answer about keeping them is over. Returns the
    HandedOver; raises as `hand_over` does."""
    handed = _on(request, by, Act.DESTROY, "destroyed_on", destroyed_on)
    forget_wish(handed.request)
    return handed


def _on(request, by, act, name, day):
    request = locked_for(request, by, act)
    handed = request.handed_over
    _require_past(day, name)
    if day < handed.delivered_on:
        raise ValidationError({name: _("This day is before the data were handed over.")})
    setattr(handed, name, day)
    handed.save()
    return _noted(handed, act, by)


def _noted(handed, act, by, **facts):
    tell_of_step(moved(handed.request, act, by=by, **facts))
    return handed


def _require_past(day, name):
    if day > timezone.localdate():
        raise ValidationError({name: _("This day is still to come.")})
