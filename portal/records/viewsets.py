"""The admin's lists and choosers that all records share."""

from portal.records.choosers import record_chooser
from portal.records.review.queue import MySubmissionsViewSet, QueueViewSet
from portal.records.review.ready_answers import CannedAnswerViewSet


def shared_viewsets():
    """The queue, one's own submissions, ready answers and the chooser of links."""
    return [QueueViewSet(), MySubmissionsViewSet(), CannedAnswerViewSet("ready_answers"), record_chooser]
