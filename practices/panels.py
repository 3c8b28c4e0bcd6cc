"""The form of a practice, in the order in which it is read."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

PRACTICE_PANELS = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    MultiFieldPanel(["problem", "when_to_use", "when_not"], heading=_("When")),
    InlinePanel("steps", label=_("step"), heading=_("Steps")),
    InlinePanel("preconditions", label=_("precondition"), heading=_("Before you begin")),
    MultiFieldPanel(["roles", "effort"], heading=_("Who and how long")),
    InlinePanel("risks", label=_("risk"), heading=_("Risks")),
    "safeguards",
    MultiFieldPanel(["standards", "standards_note", "answers_barriers", "data_kinds"], heading=_("What it works with")),
    MultiFieldPanel(["sectors", "countries", "coverage"], heading=_("Whom and where it concerns")),
    InlinePanel("organisations", label=_("organisation"), heading=_("Who uses it")),
    InlinePanel("links", label=_("link"), heading=_("Cases that show it, and other links")),
    InlinePanel("templates", label=_("file"), heading=_("Templates to download")),
    InlinePanel("sources", label=_("source"), heading=_("Sources")),
    MultiFieldPanel(["tags", "licence", "focal_mailbox", "reviewed_on", "review_due_on"], heading=_("Keeping it true")),
]
