"""Which records are news: changed on a later day than was told of them, or shown to more people."""

from datetime import timedelta

from django.utils import timezone

from portal.community.models import RecordNews
from portal.search.models import RecordDocument

RECENT = timedelta(days=2)
"""Of a record of which nothing was ever told: how old a change may be to be news."""
COLUMNS = ("updated_on", "listed_rank", "details_rank")


def changed(keys):
    """The RecordDocuments, of the records with these keys, of which something else was told or nothing; and of these
    those that are news. Nothing is written: see `remember`."""
    documents = RecordDocument.objects.filter(identity__in=keys).order_by("code")
    told = RecordNews.objects.in_bulk(keys)
    others = [each for each in documents if _values(each) != _values(told.get(each.identity_id))]
    return others, [each for each in others if _is_news(each, told.get(each.identity_id))]


def recent_keys():
    """The keys of the records that were changed so lately that it may be news."""
    recent = RecordDocument.objects.filter(updated_on__gte=timezone.localdate() - RECENT)
    return list(recent.values_list("identity", flat=True))


def remember(documents):
    """From now on these are no news as they are here, whatever became of them since."""
    RecordNews.objects.bulk_create(
        [RecordNews(identity_id=each.identity_id, **_values(each)) for each in documents],
        update_conflicts=True,
        unique_fields=["identity"],
        update_fields=COLUMNS,
    )


def _values(row):
    return {name: getattr(row, name) for name in COLUMNS} if row else None


def _is_news(document, told):
    if told is None:
        return document.updated_on >= timezone.localdate() - RECENT
    is_wider = document.listed_rank < told.listed_rank or document.details_rank < told.details_rank
    return document.updated_on > told.updated_on or is_wider
