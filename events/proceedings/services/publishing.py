from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.models import EventPage
from events.proceedings.collecting import proceedings_for
from events.proceedings.models import ProceedingsVersion
from events.proceedings.structure import as_values
from events.rights import runs
from portal.access.changes import announce
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import Reader
from portal.directory.rights import require

AUDIENCES = {"public": Reader(), "members": Reader(is_member=True)}
"""For whom a version is kept: a visitor, and a member who belongs to no organisation. What is for named organisations
alone is in no version; they find it in the proceedings of today."""


@transaction.atomic
def publish_proceedings(*, event, by, number=None) -> ProceedingsVersion:
    """Freezes the proceedings of an event (an identity) as the next numbered version, in the language in which the
    event was written. Access to no entry is changed by it. `number` is the one that who publishes saw coming: where it
    stands already, the same was sent again, and that version is returned.

    Raises PermissionDenied for who does not run the event; ValidationError where members could read nothing of it.
    """
    require(runs(by, event))
    # One after the other, so that no number is given twice.
    event = RecordIdentity.objects.select_for_update().get(pk=event.pk)
    if there := ProceedingsVersion.objects.filter(event=event, number=number, taken_back_at=None).first():
        return there
    frozen = {name: _as_read_by(event, reader) for name, reader in AUDIENCES.items()}
    if frozen["members"] is None:
        raise ValidationError(_("Members cannot read the event. Show it to them before you publish its proceedings."))
    version = ProceedingsVersion.objects.create(event=event, number=next_number(event.pk), **frozen)
    announce(event.key)
    return version


def next_number(key) -> int:
    """The number of the next version of the event with this identity key; none is given twice."""
    last = ProceedingsVersion.objects.filter(event=key).order_by("-number").first()
    return last.number + 1 if last else 1


@transaction.atomic
def take_back_version(*, version, by) -> ProceedingsVersion:
    """Takes every word of a published version away: its number stays, and leads nowhere. Raises PermissionDenied for
    who does not run the event."""
    require(runs(by, version.event))
    version.public = version.members = None
    version.taken_back_at = timezone.now()
    version.save(update_fields=["public", "members", "taken_back_at"])
    announce(version.event_id)
    return version


def _as_read_by(event, reader):
    """The values of what this reader may read; None where that is not even the event."""
    pages = EventPage.objects.filter(translation_key=event.pk).visible_to(reader, Zone.DETAILS)
    page = pages.select_related("locale").order_by("pk").first()
    if page is None:
        return None
    with override(page.locale.language_code):
        return as_values(proceedings_for(page, reader))
