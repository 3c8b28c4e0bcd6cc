from .asking import Answer, Stage, StillTrueQuestion, unconfirmed_keys
from .index import RecordIndexPage
from .record import RecordPage
from .review import NotAsSubmitted, ReviewTask
from .reviewing import (
    Assignment,
    CannedAnswer,
    DecisionChecks,
    ReviewerArea,
    ReviewNote,
    Submission,
    SubmittedPart,
)
from .rows import RecordLink, RecordOrganisation, RecordSource, RecordTag, TaggedRecord, TextRow
from .trust import Release, Trust

__all__ = [
    "Answer", "Assignment", "CannedAnswer", "DecisionChecks", "NotAsSubmitted", "RecordIndexPage", "RecordLink",
    "RecordOrganisation", "RecordPage", "RecordSource", "RecordTag", "Release", "ReviewNote", "ReviewTask",
    "ReviewerArea", "Stage", "StillTrueQuestion", "Submission", "SubmittedPart", "TaggedRecord", "TextRow", "Trust",
    "unconfirmed_keys",
]  # fmt: skip
