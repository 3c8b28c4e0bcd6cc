"""How long is kept what people searched for: how often, and the marks of a day by which people are told apart."""

from django.utils import timezone

from portal.core.retention import kept_for

from .asked import forget_askers
from .models import AskedSearch


@kept_for("Searches: how often the same words were asked for on a day", days=90)
def asked_searches(before):
    return AskedSearch.objects.filter(day__lt=timezone.localdate(before)).delete()[0]


@kept_for("Searches: marks by which those who ask on one day are told apart", days=1)
def marks_of_askers(before):
    return forget_askers(timezone.localdate(before))
