from .index import RecordIndexPage
from .record import RecordPage
from .review import NotAsSubmitted, ReviewTask
from .rows import RecordLink, RecordOrganisation, RecordSource, RecordTag, TaggedRecord, TextRow

__all__ = [
    "NotAsSubmitted", "RecordIndexPage", "RecordLink", "RecordOrganisation", "RecordPage", "RecordSource", "RecordTag",
    "ReviewTask", "TaggedRecord", "TextRow",
]  # fmt: skip
