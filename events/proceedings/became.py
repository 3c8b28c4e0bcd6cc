"""Who contributed to what came of an event, and what became of what one of them gave."""

from dataclasses import dataclass
from uuid import UUID

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.outputs.models import OutputPage
from events.standing import declared_at
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.linkage.queries import links_of
from portal.records.registry import kinds


@dataclass(frozen=True)
class Became:
    """How many outputs came of an event and how its actions stand, as far as one reader may know of them; `own_outputs`
    are those that they wrote."""

    outputs: int
    own_outputs: int
    done: int
    still_open: int
    ideas: int


def contributors_of(key) -> set[int]:
    """The primary keys of the users who wrote an output of the event with this identity key, made or do an action of
    it, or wrote an idea that was born, or data or needs that were declared there."""
    actions = FollowUpAction.objects.filter(origin_event=key).values_list("opened_by", "person")
    wrote = RecordIdentity.contributors.through.objects.filter(recordidentity__in=_came_of(key))
    return {pk for pair in actions for pk in pair if pk} | set(wrote.values_list("user", flat=True))


def became_of(key, user) -> Became:
    """The Became of the event for `user`."""
    outputs = set(
        OutputPage.objects.filter(event=key).visible_to(user, Zone.DETAILS).values_list("translation_key", flat=True)
    )
    actions = FollowUpAction.objects.filter(origin_event=key).visible_to(user)
    ideas = {link.end.key for link in links_of(key, user) if link.end.kind == "idea" and link.is_incoming}
    return Became(
        outputs=len(outputs),
        own_outputs=RecordIdentity.objects.filter(pk__in=outputs, contributors=user.pk).count(),
        done=actions.filter(state=State.DONE).count(),
        still_open=actions.open().count(),
        ideas=len(ideas),
    )


def _came_of(key) -> set[UUID]:
    """The identity keys of the outputs and of what else says that it was born at the event, whoever may read them."""
    outputs = set(OutputPage.objects.live().filter(event=key).values_list("translation_key", flat=True))
    return outputs | _born_at(key) | {entry for _event, entry in declared_at({key})}


def _born_at(key):
    """By what kinds to the right say of their ends: those with one that is called so."""
    found = set()
    for each in kinds():
        if any(end.name == "born_event" for end in each.ends):
            found |= set(each.live().filter(born_event=key).values_list(each.key_field, flat=True))
    return found
