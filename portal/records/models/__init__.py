from .index import RecordIndexPage
from .record import RecordPage
from .rows import RecordLink, RecordOrganisation, RecordSource, RecordTag, TaggedRecord, TextRow

__all__ = [
    "RecordIndexPage", "RecordLink", "RecordOrganisation", "RecordPage", "RecordSource", "RecordTag", "TaggedRecord",
    "TextRow",
]  # fmt: skip
