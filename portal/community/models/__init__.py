from .discussion import Post, Question, Report, Ruling
from .following import Follow, SavedSearch
from .news import RecordNews

__all__ = ["Follow", "Post", "Question", "RecordNews", "Report", "Ruling", "SavedSearch"]
