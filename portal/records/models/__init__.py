from .asking import Answer, Question, Stage, unconfirmed_keys
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
    "Answer", "Assignment", "CannedAnswer", "DecisionChecks", "NotAsSubmitted", "Question", "RecordIndexPage",
    "RecordLink", "RecordOrganisation", "RecordPage", "RecordSource", "RecordTag", "Release", "ReviewNote",
    "ReviewTask", "ReviewerArea", "Stage", "Submission", "SubmittedPart", "TaggedRecord", "TextRow", "Trust",
    "unconfirmed_keys",
]  # fmt: skip
