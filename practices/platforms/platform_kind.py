"""What search, lists, pages and tests know of platforms: the one table of their fields."""

from html import unescape

from django.db.models import prefetch_related_objects
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.records.fields import RecordEnd, RowFact, Weight, details
from portal.records.from_to import shortened
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.platforms.models import PlatformPage
from practices.platforms.short_forms import PLATFORM_SHORT

MOST_WORDS = 30
"""Of what it holds, in a row of a list."""
MOST_LIMITS, MOST_OF_A_LIMIT = 3, 15
"""Limits in a row, and words of each."""
TO = RecordEnd("bridges.to", _("has a bridge to"), _("has a bridge from"), Zone.DETAILS)


def row(page):
    """The RowFacts of a platform; what it connects to its list adds for each reader."""
    holds = unescape(strip_tags(page.holds))
    facts = (
        RowFact(
            _("Holds"), "" if holds == page.summary else Truncator(holds).words(MOST_WORDS), Zone.DETAILS, is_prose=True
        ),
        RowFact(_("How to get in"), page.access_method.label if page.access_method else "", Zone.DETAILS),
        RowFact(_("Limits reported"), _limits(page), Zone.DETAILS, is_prose=True),
    )
    return [fact for fact in facts if fact.text]


def _limits(page):
    """The first of them in words, and how many there are besides."""
    texts = [Truncator(limit.text).words(MOST_OF_A_LIMIT) for limit in page.limitations.all()]
    return shortened(texts, MOST_LIMITS)


def _kinds_of_limits(page):
    rows = list(page.limitations.all())
    prefetch_related_objects(rows, "kind")
    return [limit.kind for limit in rows if limit.kind]


PLATFORM = Kind(
    key="platform",
    prefix="PL",
    label=_("Platform"),
    label_plural=_("Platforms"),
    icon="platform",
    usual_words=150,
    model=PlatformPage,
    index_path="platforms",
    fields=(
        *shared_fields(),
        details("family", _("field of work")),
        details("holds", _("what it holds"), Weight.SUMMARY),
        details("owner_note", _("about the owner")),
        details("access_method", _("how to get in"), facet="access_method"),
        details("other_access_methods", _("other ways to get in"), facet="access_method"),
        details("access_note", _("about getting in")),
        details("formats", _("formats it exports")),
        details("formats_note", _("further formats, in words")),
        details("api", _("interface for programs")),
        details("website", _("website"), Weight.NONE),
        details("limitations", _("limits, as reported")),
        details("limitation_kinds", _("kinds of limits"), Weight.NONE, "barrier", _kinds_of_limits),
        details("bridges", _("bridges to other platforms")),
    ),
    ends=(TO,),
    row=row,
    not_in_table=NOT_IN_TABLE,
    short=PLATFORM_SHORT,
    first_order="title",
)
