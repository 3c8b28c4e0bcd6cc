"""The short form of an output. The sessions of its event can be chosen on the second screen."""

from django.utils.translation import gettext_lazy as _

from events.outputs.enums import OF_BARRIERS, What
from events.outputs.prefill import CARRIED, prefill
from portal.records.short_forms import ShortForm


def wrong_with(page, answers):
    """By field, what is wrong: a kind of barrier beside what is neither a barrier nor its solution."""
    if answers.get("barrier_kind") and answers.get("what", page.what) not in OF_BARRIERS:
        return {"barrier_kind": _("Leave it empty, or choose “Barrier” or “Solution” as what it is.")}
    return {}


def also_needed(page):
    """A barrier says of which kind it is: readers look for it by that."""
    return ("barrier_kind",) if page.what == What.BARRIER and page.barrier_kind_id is None else ()


SHORT = ShortForm(
    screens=(
        (("title",), ("what", "barrier_kind"), ("text",), ("event",)),
        (("session", "question"), ("sectors", "countries")),
    ),
    needed=("title", "what", "text", "event"),
    also_needed=also_needed,
    wrong_with=wrong_with,
    carried=CARRIED,
    prefill=prefill,
)
