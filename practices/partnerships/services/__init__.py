"""What people do with an idea: say how far it is, answer for their organisation, support it, make one of two."""

from .answering import answer_for
from .merging import merge_ideas
from .moving import change_state
from .planning import make_actions
from .supporting import support, take_back_support

__all__ = ["answer_for", "change_state", "make_actions", "merge_ideas", "support", "take_back_support"]
