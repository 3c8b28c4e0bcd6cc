"""What is done about who comes: each function is one act, asked of who runs the event or of the link that was sent."""

from .answering import answer_invitation, say_consent
from .importing import import_participants
from .inviting import invite, invite_again, revoke
from .listing import add_participant, remove_participant

__all__ = [
    "add_participant", "answer_invitation", "import_participants", "invite", "invite_again", "remove_participant",
    "revoke", "say_consent",
]  # fmt: skip
