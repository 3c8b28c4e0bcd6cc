"""What is done with requests: each function is one act, asked of the table of sides, and leaves one step."""

from .answering import advise, answer, ask_more, forward, write
from .asking import ask
from .confirming import agree, confirm
from .deciding import Letter, approve, refuse
from .ending import close_access, expire_over, revoke, take_back, without_answer
from .handing_over import confirm_destroyed, confirm_received, hand_over
from .keeping import ask_longer, lengthen, refuse_longer

__all__ = [
    "Letter", "advise", "agree", "answer", "approve", "ask", "ask_longer", "ask_more", "close_access", "confirm",
    "confirm_destroyed", "confirm_received", "expire_over", "forward", "hand_over", "lengthen", "refuse",
    "refuse_longer", "revoke", "take_back", "without_answer", "write",
]  # fmt: skip
