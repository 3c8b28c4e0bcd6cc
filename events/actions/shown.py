"""The page of an action for one reader: what they may not read is not in here, so no template can show it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from events.actions.enums import Act, Way
from events.actions.reading import state_word
from events.actions.rights import changeable, does_it
from events.models.programme import anchor_of
from portal.access.enums import Level, Zone
from portal.access.readers import takes_part
from portal.directory.profiles import name_of, role_of
from portal.linkage.around import Around, around
from portal.linkage.ends import End
from portal.linkage.queries import Link
from portal.records.registry import kind_of
from portal.records.shown import Shown, StateWord, readable_zones, shown_fields

CAME_FROM = ("action:origin_event", "action:output", "action:idea", "action:carried_to")
LED_TO = "action:led_to"


@dataclass(frozen=True)
class ShownUpdate:
    """One step of the trail. `by` is a name by consent, or by which way it came; `events` the two ends of a carry-over
    of which the reader may know."""

    act: str
    at: datetime
    by: str
    note: str
    state: str
    """The new state, where it became another."""
    due_on: date | None
    organisation: str
    from_event: End | None
    to_event: End | None


@dataclass(frozen=True)
class ShownAction:
    """An action for one reader."""

    key: UUID
    code: str
    kind_label: str
    icon: str
    title: str
    lang: str
    url: str
    is_demo: bool
    level: str
    level_label: str
    card_level_label: str
    details_readable: bool
    updated_on: date
    state: StateWord
    due_on: date
    days_late: int
    is_open: bool
    carried_over: int
    person: str
    fields: dict[str, Shown]
    came_from: list[Link]
    session_url: str
    led_to: list[Link]
    around: Around
    trail: list[ShownUpdate]
    may_report: bool
    may_change: bool


def shown_action(action, identity, user) -> ShownAction:
    """`action` for `user`, who may know of it; `identity` is its row. A constant number of queries."""
    kind, zones = kind_of(action), readable_zones(identity, user)
    action.read_identity = identity
    updates = _updates(action) if Zone.DETAILS in zones else []
    events = {key for each in updates for key in (each.from_event_id, each.to_event_id) if key}
    found = around(action.key, user, named=events, apart={(kind_, False) for kind_ in (*CAME_FROM, LED_TO)})
    changes = bool(changeable([action], user))
    came_from = [link for link in found.apart if link.kind in CAME_FROM]
    led_to = [link for link in found.apart if link.kind == LED_TO]
    return ShownAction(
        key=action.key,
        code=action.code,
        kind_label=str(kind.label),
        icon=kind.icon,
        title=action.title,
        lang=action.locale.language_code,
        url=action.get_absolute_url(),
        is_demo=action.is_demo,
        **_levels(identity, zones),
        updated_on=action.updated_at.date(),
        state=state_word(action.state),
        due_on=action.due_on,
        days_late=action.days_late(),
        is_open=action.is_open,
        carried_over=action.carried_over,
        person=person_for(action.person, user, is_known=changes) if Zone.DETAILS in zones else "",
        fields=shown_fields(action, kind, zones, user),
        came_from=came_from,
        session_url=_session_url(action, came_from),
        led_to=led_to,
        around=found,
        trail=[_shown_update(each, found.ends, user) for each in reversed(updates)],
        may_report=changes or does_it(user, action),
        may_change=changes,
    )


def person_for(person, reader, is_known=False) -> str:
    """The name of a member (None: ""), for members and by that person's consent; else their role. `is_known`: for who
    gave them the task, and so knows them anyway."""
    if getattr(person, "member", None) is None or not takes_part(reader):
        return ""
    name = name_of(person, is_known=is_known or person == reader)
    return name or role_of(person) or _("A member of the community")


def _levels(identity, zones):
    listed, readable = Level(identity.listed_to), Zone.DETAILS in zones
    level = Level(identity.details_to) if readable else listed
    return {
        "level": level.value,
        "level_label": str(level.label),
        "card_level_label": str(listed.label) if level is not listed else "",
        "details_readable": readable,
    }


def _session_url(action, came_from):
    """The place of its session on the page of the event, of which the reader knows; "" where there is none."""
    event = next((link.end for link in came_from if link.kind == CAME_FROM[0]), None)
    return f"{event.url}#{anchor_of(action.session_key)}" if event and action.session_key else ""


def _updates(action):
    return list(action.updates.select_related("by__member", "organisation"))


def _shown_update(update, ends, user):
    is_new_state = update.state_before and update.state_before != update.state
    return ShownUpdate(
        act=str(Act(update.act).label),
        at=update.at,
        by=str(Way.MAIL.label) if update.way == Way.MAIL else person_for(update.by, user),
        note=update.note,
        state=state_word(update.state).label if is_new_state else "",
        due_on=update.due_on,
        organisation=update.organisation.name if update.organisation else "",
        from_event=ends.get(update.from_event_id),
        to_event=ends.get(update.to_event_id),
    )
