"""What is kept of a person here: taken along with their own data, and taken away when they are forgotten. Actions stay
with the organisation that is in charge of them."""

from events.actions.models import ActionUpdate, CalendarKey, FollowUpAction
from portal.directory.erasing import addresses_of
from portal.directory.own_data import add_part


def forget_person(user):
    """Their calendar ends, they are in charge of nothing, and no action knows an address of theirs."""
    CalendarKey.objects.filter(user=user).delete()
    FollowUpAction.objects.filter(person=user).update(person=None)
    FollowUpAction.objects.filter(person_email__in=addresses_of(user)).update(person_email="", link_key="")


def _actions(user):
    rows = FollowUpAction.objects.filter(person=user) | FollowUpAction.objects.filter(opened_by=user)
    return list(rows.order_by("code").values("code", "due_on", "state"))


def _updates(user):
    rows = ActionUpdate.objects.filter(by=user).order_by("at", "pk")
    return list(rows.values("action__code", "act", "at", "state", "note"))


add_part("actions", _actions)
add_part("updates_of_actions", _updates)
