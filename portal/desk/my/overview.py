"""What `/my/` shows of one person."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.desk.contribute.drafts import CHANGED, DRAFT, RETURNED, entries_of_organisation, own_entries
from portal.desk.contribute.past_drafts import left_entries
from portal.desk.my.named import numbers_of
from portal.directory.models import Organisation
from portal.directory.waiting import lines_for
from portal.notifications.queries import shown_mails
from portal.records.models import RecordPage

TO_DO = (RETURNED, DRAFT, CHANGED)
"""States of one's own entries in which one must do something, the most urgent first."""


@dataclass(frozen=True)
class Row:
    """An entry, and since when it should have been confirmed again (None: it is in time)."""

    entry: object
    late_since: object


def overview_of(request):
    """The context of `/my/`; a constant number of queries."""
    user = request.user
    own = own_entries(user)
    kept = entries_of_organisation(user) if reader_of(user).deciding.focal_ids else []
    organisations = organisations_of(user)
    late = _late({each.code for each in (*own, *kept)})
    to_do = sorted((each for each in own if each.state in TO_DO), key=lambda each: TO_DO.index(each.state))
    return {
        "our_data": [numbers_of(each, user) for each, speaks in organisations if speaks],
        "to_do": to_do,
        "lines": lines_for(user),
        "own": [Row(each, late.get(each.code)) for each in own if each not in to_do]
        + [Row(each, None) for each in left_entries(user)],
        "of_organisation": [Row(each, late.get(each.code)) for each in kept],
        "organisations": organisations,
        "mails": shown_mails(user),
    }


def organisations_of(user):
    """The organisations that this person belongs to, with whether they speak for them now: nobody does for one that
    is contested."""
    reader = reader_of(user)
    found = Organisation.objects.filter(pk__in=reader.organisation_ids)
    return [(each, each.pk in reader.deciding.focal_ids) for each in found]


def _late(codes):
    """By code, the day by which a published entry should have been confirmed, where that is over."""
    identities = RecordIdentity.objects.filter(code__in=codes)
    pages = RecordPage.objects.live().filter(
        Exists(identities.filter(pk=OuterRef("translation_key"))), review_due_on__lt=timezone.localdate()
    )
    by_key = dict(pages.values_list("translation_key", "review_due_on"))
    return {code: by_key[key] for key, code in identities.filter(pk__in=by_key).values_list("pk", "code")}
