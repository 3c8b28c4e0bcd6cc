"""Who may do what with an action: who runs its event, who speaks for the organisation in charge, the person, who
made it, editors. Whoever may not know of it may do nothing with it."""

from django.contrib.auth import get_user_model
from django.db.models import BooleanField, ExpressionWrapper, Q

from events.actions.enums import State
from events.actions.models import ActionUpdate
from events.rights import people_named
from portal.access.drafts import writers, writing
from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import reader_of, takes_part
from portal.directory.rights import speakers
from portal.records.review.assigning import editors


def may_open(user) -> bool:
    """Whether `user` may make an action: people of the community."""
    return takes_part(user)


def may_report(user, action) -> bool:
    """Whether `user` may say how far it is: also the person who does it."""
    if user is None or not can(user, Action.KNOW, action):
        return False
    return does_it(user, action) or bool(changeable([action], user))


def does_it(user, action) -> bool:
    """Whether `user`, of the community, is the person who does it."""
    return action.person_id is not None and action.person_id == reader_of(user).user_id and takes_part(user)


def may_change(user, action) -> bool:
    """Whether `user` may change what is to be done, by whom and by when."""
    return user is not None and can(user, Action.KNOW, action) and bool(changeable([action], user))


def changeable(actions, user, events=None) -> set[int]:
    """The primary keys of those among the actions (a list, all of which `user` may know of) that they may change;
    `events` as of `events_of`, where they are known. At most one query."""
    reader = reader_of(user).deciding
    if reader.is_editor:
        return {each.pk for each in actions}
    if not reader.is_member:
        return set()
    events = events_of(actions, user) if events is None else events
    run = {key for key, event in events.items() if event.is_run}
    return {
        each.pk
        for each in actions
        if each.organisation_id in reader.focal_ids or each.opened_by_id == reader.user_id or each.event_id in run
    }


def events_of(actions, user) -> dict:
    """By key, the identities of the events on whose lists these actions stand, of which `user` may know; each says
    whether they run it (`is_run`). At most one query."""
    keys = {each.event_id for each in actions} - {None}
    if not keys:
        return {}
    is_run = ExpressionWrapper(_run_by(reader_of(user).deciding), BooleanField())
    known = RecordIdentity.objects.visible_to(user).filter(withdrawn_at=None)
    return known.annotate(is_run=is_run).in_bulk(keys)


def runs(user, identity) -> bool:
    """Whether `user` runs the event with this identity (None: no)."""
    return identity is not None and run_by(user).filter(pk=identity.pk).exists()


def run_by(user):
    """The identities of what `user` runs: as an editor everything that they may know of, as a member what they may
    write at: what they wrote, what belongs to an organisation for which they speak, and events that name theirs as
    `events.rights` says."""
    known = RecordIdentity.objects.visible_to(user).filter(withdrawn_at=None)
    return known.filter(_run_by(reader_of(user).deciding))


def _run_by(reader):
    if reader.is_editor:
        return Q(pk__isnull=False)
    if not reader.is_member:
        return Q(pk__isnull=True)
    return writing(reader)


def who_run(identity) -> set:
    """The users who run an event, without editors: who hear of what is late there."""
    return speakers(identity.owner, identity.custodian) | writers(identity) | people_named(identity)


def taken_up(actions, event):
    """Of a queryset of actions those that somebody who runs an event (an identity) made, carried over, reported on or
    changed: what its proceedings tell of. Any member may make one there; to drop it takes nothing up."""
    people = who_run(event) | set(editors())
    did = ActionUpdate.objects.filter(by__in=people).exclude(state=State.DROPPED)
    return actions.filter(pk__in=did.values("action"))


def is_agreed(action, given) -> bool:
    """Whether somebody who may promise it did anything with an action since it was given (an ActionUpdate, or None).

    Who speaks for its organisation may, and who runs the event on whose list it stands: until then a member asks.
    """
    if given is None:
        return True
    did = get_user_model().objects.filter(pk__in=action.updates.filter(pk__gte=given.pk).values("by"))
    people, event = set(did), RecordIdentity.objects.filter(pk=action.event_id).first()
    return not people.isdisjoint(speakers(action.organisation)) or any(runs(each, event) for each in people)
