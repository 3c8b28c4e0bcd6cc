"""The short form of an idea, and what the address that leads to it fills in."""

from portal.records.short_forms import Rows, ShortForm
from practices.partnerships.panels import LOOKING_FOR
from practices.partnerships.prefill import CARRIED, joined_ends, prefill

SHORT = ShortForm(
    screens=(
        (
            ("title",),
            ("idea", "what_would_change"),
            ("countries", "sectors"),
            (Rows("organisations", ("organisation", "role")), "partner_types", "partners_note"),
        ),
        (
            tuple(LOOKING_FOR),
            (Rows("steps", ("text", "organisation", "due_on")),),
            (Rows("joins", ("target", "note")),),
        ),
    ),
    needed=("title", "idea"),
    carried=CARRIED,
    prefill=prefill,
    comes_of=joined_ends,
)
