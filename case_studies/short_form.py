"""The short form of a case study: the snapshot of ten minutes."""

from portal.core.languages import enumerated
from portal.records.short_forms import Rows, ShortForm

LONGEST = 300


def fill(page, organisation):
    """An exchange whose ends alone were given is called by the kinds of data of the case, or by its title."""
    kinds = enumerated(kind.label for kind in page.data_kinds.all())
    for exchange in page.exchanges.all():
        exchange.what = exchange.what or (kinds or page.title)[:LONGEST]


SHORT = ShortForm(
    screens=(
        (
            ("title",),
            ("countries", "from_year", "to_year"),
            (Rows("exchanges", ("provider", "provider_note", "receiver", "receiver_note")),),
            ("data_kinds",),
        ),
        (
            ("decision", "decision_note"),
            ("what_was_done",),
            ("results", Rows("lessons", ("text",))),
            (Rows("barriers", ("kind", "text", "overcome")),),
        ),
    ),
    needed=("title", "countries", "exchanges", "data_kinds", "what_was_done"),
    fill=fill,
    is_for_all=True,
)
