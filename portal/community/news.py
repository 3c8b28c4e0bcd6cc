"""Which records are news: changed on a later day than was told of them, or shown to more people."""

from datetime import timedelta

from django.utils import timezone

from portal.community.models import RecordNews
from portal.search.models import RecordDocument

RECENT = timedelta(days=2)
"""Of a record of which nothing was ever told: how old a change may be to be news."""
COLUMNS = ("updated_on", "listed_rank", "details_rank")


def noticed(keys):
    """The RecordDocuments, of the records with these keys, that are news now; asked again, they are none any more.

    What is made known of a record many times a day is news once. Call it in the transaction that tells of them.
    """
    documents = RecordDocument.objects.filter(identity__in=keys).order_by("code")
    told = RecordNews.objects.in_bulk(keys)
    changed = [each for each in documents if _values(each) != _values(told.get(each.identity_id))]
    RecordNews.objects.bulk_create(
        [RecordNews(identity_id=each.identity_id, **_values(each)) for each in changed],
        update_conflicts=True,
        unique_fields=["identity"],
        update_fields=COLUMNS,
    )
    return [each for each in changed if _is_news(each, told.get(each.identity_id))]


def _values(row):
    return {name: getattr(row, name) for name in COLUMNS} if row else None


def _is_news(document, told):
    if told is None:
        return document.updated_on >= timezone.localdate() - RECENT
    is_wider = document.listed_rank < told.listed_rank or document.details_rank < told.details_rank
    return document.updated_on > told.updated_on or is_wider
