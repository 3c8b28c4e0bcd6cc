"""Who gave something to an event or took part in it, and what became of it, as far as one of them may know."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models.functions import Lower

from events.actions.figures import figures_of
from events.actions.models import FollowUpAction
from events.additions import declared_at
from events.attending.models import EventInvitation, Participant
from events.capture.models import CapturedLine
from events.outputs.models import OutputPage
from events.proceedings.born import born_at, is_born
from events.proceedings.entries import IDEA, declared_of
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.linkage.queries import links_of


@dataclass(frozen=True)
class Became:
    """How many outputs, holdings and needs, and ideas came of an event and how the actions that were ever on its list
    stand, as far as one reader may know of them; `own_…` are those that they wrote. `has_given` is whether they gave
    anything, or only came."""

    outputs: int
    own_outputs: int
    declared: int
    own_declared: int
    ideas: int
    own_ideas: int
    done: int
    still_open: int
    late: int
    has_given: bool = True

    def __bool__(self):
        return any((self.outputs, self.declared, self.ideas, self.done, self.still_open))


def contributors_of(key) -> set[int]:
    """The primary keys of the users who captured a line at the event with this identity key, wrote an output of it,
    made or do an action of it, or wrote an idea that was born, or data or needs that were declared there."""
    actions = FollowUpAction.objects.begun_at([key]).values_list("opened_by", "person")
    wrote = RecordIdentity.contributors.through.objects.filter(recordidentity__in=_came_of(key))
    lines = CapturedLine.objects.filter(event=key, by__isnull=False).values_list("by", flat=True)
    return {pk for pair in actions for pk in pair if pk} | set(wrote.values_list("user", flat=True)) | set(lines)


def participants_of(key) -> set[int]:
    """The primary keys of the users who took part in it, as far as their accounts are known."""
    rows = Participant.objects.filter(event=key, user__isnull=False)
    return set(_accounts(_addresses(key)).values()) | set(rows.values_list("user", flat=True))


def guests_of(key) -> dict[str, str]:
    """The addresses, in small letters, of those who took part in it without an account, each with the language in which
    they were invited."""
    addresses = _addresses(key)
    guests = addresses - set(_accounts(addresses))
    invited = EventInvitation.objects.filter(event=key).exclude(email="").values_list("email", "language")
    languages = {email.lower(): language for email, language in invited}
    return {address: languages.get(address, settings.LANGUAGE_CODE) for address in guests}


def _addresses(key) -> set[str]:
    rows = Participant.objects.filter(event=key, user=None).exclude(email="")
    return {email.lower() for email in rows.values_list("email", flat=True)}


def _accounts(addresses) -> dict[str, int]:
    known = get_user_model().objects.annotate(lower=Lower("email")).filter(lower__in=addresses)
    return dict(known.values_list("lower", "pk"))


def became_of(key, user) -> Became:
    """The Became of the event for `user`."""
    links = links_of(key, user)
    outputs = set(
        OutputPage.objects.filter(event=key).visible_to(user, Zone.DETAILS).values_list("translation_key", flat=True)
    )
    declared = {UUID(each.key) for each in declared_of(key, links, user)}
    ideas = {link.end.key for link in links if link.end.kind == IDEA and is_born(link)}
    own = _written_by(user, outputs | declared | ideas)
    actions = figures_of(key, user)
    return Became(
        outputs=len(outputs),
        own_outputs=len(outputs & own),
        declared=len(declared),
        own_declared=len(declared & own),
        ideas=len(ideas),
        own_ideas=len(ideas & own),
        done=actions.done,
        still_open=actions.open,
        late=actions.late,
        has_given=user.pk in contributors_of(key),
    )


def _written_by(user, keys):
    # Of a visitor the key is None, which would find what nobody wrote.
    own = RecordIdentity.objects.filter(pk__in=keys, contributors=user.pk) if user.pk else RecordIdentity.objects.none()
    return set(own.values_list("pk", flat=True))


def _came_of(key) -> set[UUID]:
    """The identity keys of what was born or declared at the event, whoever may read it."""
    return born_at(key) | {entry for _event, entry in declared_at({key})}
