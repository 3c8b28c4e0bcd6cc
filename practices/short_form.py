"""The short form of a practice."""

from portal.records.short_forms import Rows, ShortForm
from portal.taxonomy.models import LinkKind

RELATED = "related_to"
"""That a case is evidence for it, the case says itself: an editor makes it so."""


def fill(page, organisation):
    """The case that shows it is linked; as what, nobody is asked."""
    for link in page.links.all():
        if not link.kind_id:
            link.kind = LinkKind.objects.get(key=RELATED)


SHORT = ShortForm(
    screens=(
        (("title",), ("problem",), ("when_to_use", "when_not"), (Rows("steps", ("text",)),)),
        (
            (Rows("risks", ("text",)),),
            (Rows("links", ("target", "note")),),
        ),
    ),
    needed=("title", "problem", "steps"),
    fill=fill,
    is_for_all=True,
)
