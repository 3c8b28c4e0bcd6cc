"""What can be approved: until which day, on which agreement, and whether an entry can be opened at all."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.resting import running
from portal.core.days import last_day
from practices.requests.enums import Subject
from practices.requests.resting import agreements_for


def latest(request, agreement) -> date:
    """The last day that can be given: the one that was asked for, or that of the agreement (an identity or None)."""
    return min(filter(None, (request.until, last_day_of(agreement))))


def require_possible(given):
    """Raises ValidationError, by field, when an Approval cannot hold: asked when it is given, and again when it is to
    hold."""
    request = given.request
    if given.agreement is not None and given.agreement not in agreements_for(request, given.by):
        raise ValidationError({"agreement": _("No such agreement is in force.")})
    if not timezone.localdate() < given.until <= latest(request, given.agreement):
        facts = {"day": date_format(latest(request, given.agreement), "j F Y")}
        raise ValidationError({"until": _("Choose a day from tomorrow to %(day)s.") % facts})
    if request.subject == Subject.DETAILS:
        _require_opening(request, given.by)


def _require_opening(request, by):
    """That the entry is there, that `by` has still a part in it, and that who asked is still of the organisation in
    whose name they did, where it is to be opened to them alone."""
    if request.about is None or not can(by, Action.ASK, request.about) or request.about.is_contested:
        raise ValidationError(_("This entry cannot be opened now: it is withdrawn, contested, or of others by now."))
    if request.asked_for.is_frozen:
        raise ValidationError(
            _("It is contested who speaks for the organisation that asks: wait until that is settled.")
        )
    if not request.for_all_of_it and request.asked_for_id not in reader_of(request.asked_by).organisation_ids:
        raise ValidationError(_("Who asked does not belong to this organisation any more. Refuse it, or leave it."))


def last_day_of(agreement) -> date | None:
    """The last day of an agreement (an identity, or None) that runs; None where it sets none."""
    runs = agreement and running(agreement)
    return last_day(runs.until) if runs else None
