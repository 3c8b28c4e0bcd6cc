"""The admin's lists and choosers that all records share."""

from portal.records.choosers import record_chooser
from portal.records.review.queue import MySubmissionsViewSet, QueueViewSet


def shared_viewsets():
    """The queue, one's own submissions and the chooser of links."""
    return [QueueViewSet(), MySubmissionsViewSet(), record_chooser]
