"""Open reports among what waits for editors, and on `/my/` of who speaks for owner or keeper."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.access.models import Incident
from portal.access.readers import reader_of
from portal.desk.reviewing.week import MOST, Decision, add_decisions
from portal.directory.rights import is_editor
from portal.directory.waiting import Line, add_lines

WHAT = "incident"


def register_lines():
    add_decisions(WHAT, _("Reported as leaked: to close"), _open)
    add_lines("incidents", of_our_own)


def of_our_own(user):
    """Editors find them in their week."""
    ours = reader_of(user).deciding.focal_ids
    if is_editor(user) or not ours:
        return
    of_ours = Q(identity__owner__in=ours) | Q(identity__custodian__in=ours)
    reported = Incident.objects.filter(of_ours, closed_at=None)
    for incident in reported.order_by("reported_at", "pk")[:MOST]:
        text = gettext("Reported as leaked: %(code)s") % {"code": incident.code}
        path = reverse("incidents:incident", args=[incident.code])
        yield Line(text, path, since=incident.reported_at, act=gettext("Say what was done"))


def _open(user):
    codes = Incident.objects.filter(closed_at=None).order_by("reported_at").values_list("code", flat=True)
    return [Decision(WHAT, code, reverse("incidents:incident", args=[code])) for code in codes[:MOST]]
