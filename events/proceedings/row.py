"""What the list of events, and the page of one, say of proceedings."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.proceedings.models import ProceedingsVersion
from portal.access.enums import Zone
from portal.records.fields import RowFact


def facts_of(page):
    """One RowFact for an event whose proceedings were published, for who may read the event: the last version."""
    last = ProceedingsVersion.objects.filter(event=page.key, taken_back_at=None).first()
    if last is None:
        return []
    return [RowFact(_("Proceedings"), _("version %(number)d") % {"number": last.number}, Zone.DETAILS)]


def proceedings_url(page, _is_run):
    """Where the proceedings of an event stand, for who may read it; "" while it is not published."""
    return reverse("proceedings:today", args=[page.slug]) if page.live else ""
