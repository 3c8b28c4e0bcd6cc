"""Which actions stand where: on the list of an event, with somebody, with an organisation."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from events.actions.enums import Act
from events.actions.models import FollowUpAction
from events.models import EventPage
from events.published import page_of
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of


def actions_of_event(event_key, user):
    """The actions on the list of an event now, of which `user` may know, by the day on which they are due."""
    return FollowUpAction.objects.now_at([event_key]).visible_to(user).order_by("due_on", "code")


def carried_from(event_key, user):
    """Those that were on its list and were carried over to another event, and not back."""
    return FollowUpAction.objects.left(event_key).visible_to(user).order_by("due_on", "code")


def of_person(user):
    """The open actions that `user` does, the most urgent first."""
    return FollowUpAction.objects.open().filter(person=user).visible_to(user).order_by("due_on", "code")


def of_spoken_for(user):
    """The open actions of the organisations for which `user` speaks."""
    focal = reader_of(user).deciding.focal_ids
    return FollowUpAction.objects.open().filter(organisation__in=focal).visible_to(user).order_by("due_on", "code")


def events_with_open_actions(user, before):
    """The identities of events of which `user` may know and on whose list something open stands that they may know of,
    of those that began before the event with the key `before`: by today, where it has no day yet. What is still
    open is carried on and never back."""
    rows = FollowUpAction.objects.open().visible_to(user)
    now = rows.exclude(carried_to=None).values("carried_to"), rows.filter(carried_to=None).values("origin_event")
    known = RecordIdentity.objects.visible_to(user).filter(Q(pk__in=now[0]) | Q(pk__in=now[1]), withdrawn_at=None)
    began = EventPage.objects.live().filter(translation_key=OuterRef("pk"), starts_on__lt=_first_day(before))
    return known.filter(Exists(began)).exclude(pk=before).order_by("code")


def _first_day(event_key):
    page = page_of(event_key)
    return page.starts_on if page and page.starts_on else timezone.localdate() + timedelta(days=1)


def last_given(action):
    """The update by which the action came to who does it now: when it was made, or last handed on; None of an action
    without a trail."""
    return action.updates.filter(act__in=(Act.OPEN, Act.HAND_ON)).order_by("pk").last()


def address_for(action, user) -> str:
    """The e-mail address of its person without an account, for who gave it; "" for everybody else."""
    given = last_given(action) if action.person_email else None
    return action.person_email if given is not None and given.by_id == user.pk else ""
