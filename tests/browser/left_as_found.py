"""What a test that publishes must take away again: the other tests of this folder look at the same database."""

from contextlib import contextmanager

from case_studies.models import CaseStudyPage
from portal.access.models import RecordIdentity
from portal.community.models import Question, SavedSearch
from portal.directory.models import Invitation
from portal.notifications.models import Notice
from portal.search.models import RecordDocument
from portal.users.models import User
from practices.holdings.models import DataHoldingPage
from practices.requests.models import DataRequest

MODELS = (DataRequest, CaseStudyPage, DataHoldingPage, Question, RecordIdentity, Notice, SavedSearch, Invitation, User)
"""In the order in which they can go."""


@contextmanager
def left_as_found():
    """Deletes, when it ends, all rows of these models that came inside; what was there before stays."""
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in MODELS}
    documents = RecordDocument.objects.count()
    try:
        yield
    finally:
        for model in MODELS:
            for row in model.objects.all():
                if row.pk not in before[model]:
                    row.delete()
    assert RecordDocument.objects.count() == documents
