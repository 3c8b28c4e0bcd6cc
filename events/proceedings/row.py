"""What the list of events, and the page of one, say of proceedings."""

from django.urls import reverse
from django.utils.translation import gettext as _

from events.proceedings.frozen import last_numbers
from portal.access.enums import Zone
from portal.access.models import RecordIdentity


def last_versions(event_keys, user):
    """By the key of an event whose details `user` may read, the last version that holds something for them. A constant
    number of queries."""
    numbers = last_numbers(event_keys, user)
    read = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=numbers).values_list("pk", flat=True)
    return {key: (_("Proceedings"), _("version %(number)d") % {"number": numbers[key]}) for key in read}


def proceedings_url(page, _is_run):
    """Where the proceedings of an event stand, for who may read it; "" while it is not published."""
    return reverse("proceedings:today", args=[page.slug]) if page.live else ""
