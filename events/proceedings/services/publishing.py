from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.models import EventPage
from events.proceedings.collecting import proceedings_for
from events.proceedings.keeping import forget_files
from events.proceedings.models import ProceedingsVersion
from events.proceedings.structure import as_values
from events.rights import runs
from portal.access.changes import announce
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import Reader
from portal.directory.models import Organisation
from portal.directory.rights import require


def _of_all_organisations():
    return Reader(is_member=True, organisation_ids=frozenset(Organisation.objects.values_list("pk", flat=True)))


AUDIENCES = {"public": Reader, "members": partial(Reader, is_member=True), "named": _of_all_organisations}
"""For whom a version is kept: a visitor, a member who belongs to no organisation, and one who would belong to each of
them: of what that one may read, each reader is shown what names an organisation of theirs. What is for the focal points
of its owner alone is in no version."""


@transaction.atomic
def publish_proceedings(*, event, by, number=None) -> ProceedingsVersion:
    """Freezes the proceedings of an event (an identity) as the next numbered version, in the language in which the
    event was written. Access to no entry is changed by it. `number` is the one that who publishes saw coming: where it
    stands already, the same was sent again, and that version is returned.

    Raises PermissionDenied for who does not run the event; ValidationError where nobody but focal points could read it.
    """
    require(runs(by, event))
    # One after the other, so that no number is given twice.
    event = RecordIdentity.objects.select_for_update().get(pk=event.pk)
    if there := ProceedingsVersion.objects.filter(event=event, number=number, taken_back_at=None).first():
        return there
    frozen = {name: _as_read_by(event, reader()) for name, reader in AUDIENCES.items()}
    if frozen["named"] is None:
        raise ValidationError(
            _("Only focal points can read the event. Show it to the organisations that took part, or to members.")
        )
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
    version.public = version.members = version.named = None
    version.taken_back_at = timezone.now()
    version.save(update_fields=[*AUDIENCES, "taken_back_at"])
    transaction.on_commit(partial(forget_files, version.pk))
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
