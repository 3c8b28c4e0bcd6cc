"""An action that an address names: there for who may know of it, absent for everybody else."""

from django.http import Http404

from events.actions.models import FollowUpAction
from portal.access.enums import Action
from portal.access.policy import can
from portal.records.reads import ABOVE_MEMBERS, note_read, note_refusal


def action_for(request, slug, is_allowed=None):
    """The action of that address and its identity; Http404 for who may not know of it, or with `is_allowed(user,
    action)` not do what the address is for: the same as for none."""
    action = FollowUpAction.objects.select_related("organisation", "person__member", "locale").filter(slug=slug).first()
    identity = action and action.identity
    if action is None or not can(request.user, Action.KNOW, identity):
        note_refusal(request, **({"key": action.key} if action else {"code": ""}))
        raise Http404
    if is_allowed is not None and not is_allowed(request.user, action):
        raise Http404
    if identity.details_to in ABOVE_MEMBERS and can(request.user, Action.READ, identity):
        note_read(request, action.key)
    return action, identity
