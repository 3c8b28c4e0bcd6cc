"""Who saw an entry, as far as anything says so: reads that are logged, mails about it, and whom it was opened to."""

from django.db.models import Q

from portal.access.models import AuditEntry, Grant
from portal.access.services import READ
from portal.directory.models import Membership
from portal.notifications.enums import State
from portal.notifications.models import Notice

PAGE, MAIL, OPENED = "page", "mail", "opened"
"""How somebody came to see it, beside the ways of portal.records.reads; `seen_lines.py` has the words."""
WENT_OUT = (State.SENT, State.UNANSWERED)


def who_saw(identity) -> list[dict]:
    """Plain values as `access.Incident.seen` keeps them, the latest first."""
    found = [*_reads(identity), *_mails(identity), *_opened_to(identity)]
    organisations = _organisations({each["user"] for each in found if each["user"]})
    told = [each | {"organisation": each["organisation"] or organisations.get(each["user"], "")} for each in found]
    return sorted(told, key=lambda each: (each["at"], each["way"], each["user"] or 0), reverse=True)


def same_line(seen):
    """What two readings of one line have in common: of a person the organisation may be another by then, and what was
    opened may have ended. What was opened to an organisation names nobody, so that it tells which."""
    return seen["way"], seen["user"], seen["at"], seen["organisation"] if seen["user"] is None else ""


def _seen(way, at, *, user=None, organisation="", until=None):
    return {
        "way": way,
        "user": user,
        "organisation": organisation,
        "at": at.isoformat(timespec="seconds"),
        "until": until.isoformat(timespec="seconds") if until else "",
    }


def _reads(identity):
    """Only details that are for fewer than all members leave a line when they are read (portal.records.reads)."""
    lines = AuditEntry.objects.filter(identity=identity, action=READ)
    return [_seen(line.detail.get("way", PAGE), line.at, user=line.by_id) for line in lines]


def _mails(identity):
    """A mail says kind and code, and the title only of what all members may know of (portal.notifications.naming)."""
    for notice in Notice.objects.filter(record=identity.pk, user__isnull=False, state__in=WENT_OUT):
        yield _seen(MAIL, notice.sent_at or notice.created_at, user=notice.user_id)


def _opened_to(identity):
    for grant in Grant.objects.filter(identity=identity).select_related("organisation"):
        code = grant.organisation.code if grant.organisation_id else ""
        until = min(filter(None, (grant.ended_at, grant.until)), default=None)
        yield _seen(OPENED, grant.starts_at, user=grant.user_id, organisation=code, until=until)


def _organisations(users):
    """By number of an account, the code of the organisation to which its person belongs, the one that they speak for
    first."""
    rows = Membership.objects.filter(Q(is_active=True), member__user__in=users).order_by("is_focal_point", "-pk")
    return dict(rows.values_list("member__user", "organisation__code"))
