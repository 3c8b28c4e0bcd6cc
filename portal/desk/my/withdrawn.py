"""What was withdrawn of an organisation's own: said to who speaks for its owner or keeper and to editors, without its
page, so that who took it away does not lose it (docs/decisions/0032)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from portal.access.models import AuditEntry, Incident, RecordIdentity, RestoreWish
from portal.access.readers import reader_of
from portal.access.services import may_ask_back
from portal.desk.my.writers import people_without_names
from portal.linkage.ends import ends_of
from portal.records.models import RecordPage

WITHDRAWN = "withdrawn"
"""Action of the audit log (portal.access.services)."""
MOST = 50


@dataclass(frozen=True)
class Withdrawn:
    """An entry that was taken away: by whom, without a person's name, when and why."""

    code: str
    kind_label: str
    icon: str
    title: str
    lang: str
    at: datetime
    by: str
    reason: str
    url: str
    """Where it stands for editors; "" for everybody else, for whom it stands nowhere."""
    asked_back_at: datetime | None
    may_ask_back: bool
    is_reported: bool
    """Whether a report that it has leaked is open."""


def withdrawn_from(organisation, user):
    """The identities of what was published, is owned or kept by the organisation and withdrawn now, the latest first;
    none for who neither speaks for it nor is an editor."""
    reader = reader_of(user)
    if not (reader.is_editor or organisation.pk in reader.focal_ids):
        return RecordIdentity.objects.none()
    live = RecordPage.objects.live().filter(translation_key=OuterRef("pk"))
    theirs = Q(owner=organisation) | Q(custodian=organisation)
    found = RecordIdentity.objects.filter(theirs, Exists(live), withdrawn_at__isnull=False)
    return found.order_by("-withdrawn_at", "code")


def withdrawn_of(organisation, user) -> list[Withdrawn]:
    """The same, as `user` reads it. A constant number of queries."""
    identities = {each.pk: each for each in withdrawn_from(organisation, user)[:MOST]}
    if not identities:
        return []
    ends, lines, of_keys = ends_of(identities), _lines(identities), {"identity__in": identities}
    called = people_without_names({line.by_id for line in lines.values() if line.by_id}, user)
    wishes = dict(RestoreWish.objects.filter(**of_keys).values_list("identity", "asked_at"))
    reported = set(Incident.objects.filter(closed_at=None, **of_keys).values_list("identity", flat=True))
    return [
        _withdrawn(identity, ends[key], lines.get(key), called, wishes.get(key), user, is_reported=key in reported)
        for key, identity in identities.items()
        if key in ends
    ]


def _withdrawn(identity, end, line, called, asked_back_at, user, *, is_reported):
    return Withdrawn(
        code=end.code,
        kind_label=end.kind_label,
        icon=end.icon,
        title=end.title,
        lang=end.lang,
        at=identity.withdrawn_at,
        by=called.get(line.by_id, "") if line else "",
        reason=line.detail.get("reason", "") if line else "",
        url=end.url if reader_of(user).is_editor else "",
        asked_back_at=asked_back_at,
        may_ask_back=asked_back_at is None and may_ask_back(user, identity),
        is_reported=is_reported,
    )


def _lines(keys):
    """By key, the line of the log that says how it was withdrawn last."""
    lines = AuditEntry.objects.filter(identity__in=keys, action=WITHDRAWN).order_by("at", "pk")
    return {line.identity_id: line for line in lines}
