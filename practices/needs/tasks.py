"""Background work: tasks take ids, call one service and may run twice."""

from uuid import UUID

from django.db import transaction
from django.tasks import task

from portal.access.models import RecordIdentity
from portal.records.organisation_kind import ORGANISATION
from practices.needs.models import DataNeedPage
from practices.needs.renewing import RENEW, renew_all, renew_for
from practices.needs.row import ASKS

MANY = 50
"""From so many changed records on, all matches are worked out at once."""


@task()
def renew_matches(keys):
    """Works out the matches of the records with these keys (texts)."""
    if len(keys) < MANY:
        renew_for([UUID(key) for key in keys])
    else:
        renew_all()


def renew_soon(keys):
    """Has the matches of changed records worked out when the change is committed; for `portal.access.changes`.

    Those of needs, too, that an organisation asks which changed: what is said of them follows from what it is.
    """
    rows = RecordIdentity.objects.filter(pk__in=keys)
    of_kinds = dict(rows.filter(kind__in=(*RENEW, ORGANISATION.key)).values_list("pk", "kind"))
    organisations = [key for key, kind in of_kinds.items() if kind == ORGANISATION.key]
    found = of_kinds.keys() - set(organisations) | (_asked_by(organisations) if organisations else set())
    if found:
        texts = sorted(map(str, found))
        transaction.on_commit(lambda: renew_matches.enqueue(texts))


def _asked_by(organisations):
    """The keys of the needs that the organisations with these keys ask."""
    needs = DataNeedPage.objects.live().filter(
        organisations__organisation__key__in=organisations, organisations__role__key=ASKS
    )
    return set(needs.values_list("translation_key", flat=True))
