"""Open reports among what waits for editors."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.access.models import Incident
from portal.desk.reviewing.week import MOST, Decision, add_decisions

WHAT = "incident"


def register_decisions():
    add_decisions(WHAT, _("Reported as leaked: to close"), _open)


def _open(user):
    codes = Incident.objects.filter(closed_at=None).order_by("reported_at").values_list("code", flat=True)
    return [Decision(WHAT, code, reverse("incidents:incident", args=[code])) for code in codes[:MOST]]
