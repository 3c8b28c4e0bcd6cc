"""Who may do what with an action: who runs its event, who speaks for the organisation in charge, the person, who
made it, editors. Whoever may not know of it may do nothing with it."""

from django.contrib.auth import get_user_model
from django.db.models import Q

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import reader_of, takes_part
from portal.directory.rights import speakers


def may_open(user) -> bool:
    """Whether `user` may make an action: people of the community."""
    return takes_part(user)


def may_report(user, action) -> bool:
    """Whether `user` may say how far it is: also the person who does it."""
    if user is None or not can(user, Action.KNOW, action):
        return False
    is_theirs = action.person_id is not None and action.person_id == reader_of(user).user_id and takes_part(user)
    return is_theirs or bool(changeable([action], user))


def may_change(user, action) -> bool:
    """Whether `user` may change what is to be done, by whom and by when."""
    return user is not None and can(user, Action.KNOW, action) and bool(changeable([action], user))


def changeable(actions, user) -> set[int]:
    """The primary keys of those among the actions (a list, all of which `user` may know of) that they may change. At
    most one query."""
    reader = reader_of(user).deciding
    if reader.is_editor:
        return {each.pk for each in actions}
    if not reader.is_member:
        return set()
    events = {each.event_id for each in actions} - {None}
    run = set(run_by(user).filter(pk__in=events).values_list("pk", flat=True)) if events else set()
    return {
        each.pk
        for each in actions
        if each.organisation_id in reader.focal_ids or each.opened_by_id == reader.user_id or each.event_id in run
    }


def runs(user, identity) -> bool:
    """Whether `user` runs the event with this identity (None: no)."""
    return identity is not None and run_by(user).filter(pk=identity.pk).exists()


def run_by(user):
    """The identities of what `user` runs: as an editor everything that they may know of, as a member what they wrote
    and what belongs to an organisation for which they speak."""
    reader = reader_of(user).deciding
    known = RecordIdentity.objects.visible_to(user).filter(withdrawn_at=None)
    if reader.is_editor:
        return known
    if not reader.is_member:
        return known.none()
    wrote = Q(pk__in=RecordIdentity.objects.filter(contributors=reader.user_id).values("pk"))
    return known.filter(Q(owner__in=reader.focal_ids) | Q(custodian__in=reader.focal_ids) | wrote)


def who_run(identity) -> set:
    """The users who run an event, without editors: who hear of what is late there."""
    wrote = get_user_model().objects.filter(contributed_identities=identity, is_active=True, member__is_active=True)
    return speakers(identity.owner, identity.custodian) | set(wrote)
