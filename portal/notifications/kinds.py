"""The kinds of messages. Features register theirs when they are ready; nothing here knows a feature.

The words of a kind are in `templates/emails/<key>.txt`, in the parts `subject` and `body`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import takes_part
from portal.notifications.enums import Urgency


@dataclass(frozen=True)
class MessageKind:
    """One kind of message: how urgent it is, and what its reader must be allowed to do with the record it names."""

    key: str
    urgency: Urgency
    action: Action | None = Action.KNOW
    """Asked of the record again when the mail is sent; None for a kind that names no record."""
    concerns: Callable | None = None
    """`concerns(user, identity)`: whether the mail may go to this person although they may not do `action`, for example
    to who wrote the record. Its words then say nothing of the record but kind and code."""

    members_only: bool = False
    """Whether it is for people of the community alone, active members and editors, whoever may see the record."""

    told: Callable | None = None
    """`told(user, facts)`, asked when the mail is sent: what its words may use beside the facts, a dict; None when the
    mail must not go to this person any more. So no text of what it tells of stands in the outbox. `user` is None
    where the mail goes to an address without an account."""

    def may_go_to(self, user, identity, is_published, facts=None):
        """Whether `user` may get a message of this kind about a record; a missing record (None) is a refusal.

        Of what was never published only editors know, and those whom it concerns, whatever its levels will be.
        """
        if self.members_only and not takes_part(user):
            return False
        if self.told is not None and self.told(user, facts or {}) is None:
            return False
        if self.action is None:
            return True
        if identity is None:
            return False
        action = self.action if is_published else Action.EDIT
        return can(user, action, identity) or bool(self.concerns and self.concerns(user, identity))


_kinds: dict[str, MessageKind] = {}


def register(kind):
    """Adds a kind, and returns it; ValueError when another one has its key."""
    if _kinds.get(kind.key, kind) != kind:
        raise ValueError(f"two kinds of messages are called {kind.key}")
    _kinds[kind.key] = kind
    return kind


def kinds():
    """All kinds of messages, in the order in which they were registered."""
    return tuple(_kinds.values())


def kind(key):
    """The kind of that key; KeyError when there is none."""
    return _kinds[key]
