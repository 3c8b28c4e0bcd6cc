"""What a list says of an output: what it is, and its first words. Its session its list adds for each reader."""

from html import unescape

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from events.outputs.enums import Told
from portal.access.enums import Zone
from portal.records.fields import RowFact

MOST_WORDS = 30


def row(page):
    """The RowFacts of an output; empty ones are left out."""
    text = unescape(strip_tags(page.text))
    barrier = page.barrier_kind.label if page.barrier_kind else ""
    facts = (
        RowFact(_("What it is"), str(Told(page.what))),
        RowFact(_("Barrier"), barrier, Zone.DETAILS),
        RowFact(
            _("Text"), "" if text == page.summary else Truncator(text).words(MOST_WORDS), Zone.DETAILS, is_prose=True
        ),
    )
    return [fact for fact in facts if fact.text]
