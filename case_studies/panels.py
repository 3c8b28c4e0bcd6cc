"""The form of a case study, in the order of its story: the snapshot first, the full study after it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

CASE_STUDY_PANELS = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    MultiFieldPanel(
        [
            FieldPanel("countries"),
            FieldPanel("coverage"),
            FieldPanel("place"),
            FieldRowPanel([FieldPanel("from_year"), FieldPanel("to_year")]),
            FieldPanel("sectors"),
        ],
        heading=_("Where and when"),
    ),
    InlinePanel("organisations", label=_("organisation"), heading=_("Who took part")),
    InlinePanel("other_parties", label=_("party"), heading=_("Who else took part, without a name")),
    InlinePanel("exchanges", label=_("exchange"), heading=_("What was exchanged")),
    "data_kinds",
    MultiFieldPanel(
        ["question", "decision", "other_decisions", "decision_note"], heading=_("Decision that the data served")
    ),
    MultiFieldPanel(["challenge", "what_was_done"], heading=_("What was done")),
    MultiFieldPanel(["results", "protection_outcome", "evidence"], heading=_("What came of it")),
    InlinePanel("lessons", label=_("lesson"), heading=_("Lessons")),
    InlinePanel("barriers", label=_("barrier"), heading=_("Barriers")),
    InlinePanel("enabling_factors", label=_("enabling factor"), heading=_("What helped")),
    MultiFieldPanel(
        [
            "technical_arrangement",
            "platforms_named",
            "standards",
            "standards_note",
            "institutional_arrangement",
            "sensitivity_handling",
        ],
        heading=_("How it worked"),
    ),
    MultiFieldPanel(["context", "phase", "what_failed", "would_it_transfer"], heading=_("More of the story")),
    InlinePanel("figures", label=_("figure"), heading=_("Figures")),
    InlinePanel("sources", label=_("source"), heading=_("Sources")),
    InlinePanel("links", label=_("link"), heading=_("Links to other entries")),
    MultiFieldPanel(["persons_consented", "owner_consented"], heading=_("Consent")),
    MultiFieldPanel(["tags", "licence", "focal_mailbox", "reviewed_on", "review_due_on"], heading=_("Keeping it true")),
]
