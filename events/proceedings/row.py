"""What the list of events says of proceedings."""

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
