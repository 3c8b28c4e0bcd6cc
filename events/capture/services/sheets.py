"""A sheet: sent by who has the code, confirmed or declined by who stands for the organisation."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.capture.enums import SheetState
from events.capture.models import Sheet, SheetRow
from events.capture.rights import is_waiting, may_decide
from events.capture.telling import tell_of_sheet
from portal.access.changes import announced_together
from portal.directory.rights import require

from .drafting import make_drafts


@transaction.atomic
def send_sheet(*, key, kind, event, language, session_key=None, organisation=None, rows=(), **words) -> Sheet:
    """Keeps a sheet, once: a form that is sent again makes no second one. While it waits, what was sent last stands:
    who got no answer may have gone back and put something right. Who speaks for the organisation is told.

    `rows` are dicts of the fields of SheetRow, with `data_kinds` as a list; `words` organisation_name, title, text,
    wanted. Whether the sender may write is asked by who calls: they have the code of the event.
    """
    facts = {"kind": kind, "event": event, "session_key": session_key, "organisation": organisation, **words}
    sheet, is_new = Sheet.objects.get_or_create(key=key, defaults={**facts, "language": language})
    if not is_new:
        sheet = _locked(sheet)
        if not is_waiting(sheet) or (sheet.event_id, sheet.kind) != (event.pk, kind):
            return sheet
        _say_anew(sheet, organisation, words)
    for number, said in enumerate(rows):
        said = dict(said)
        kinds = said.pop("data_kinds", ())
        SheetRow.objects.create(sheet=sheet, number=number, **said).data_kinds.set(kinds)
    if organisation is not None:
        tell_of_sheet(sheet)
    return sheet


def _say_anew(sheet, organisation, words):
    """Other words in a sheet that waits; its rows are to be said again. An organisation that who runs the event chose
    for a name stays while the name does."""
    if organisation is not None or words.get("organisation_name", "") != sheet.organisation_name:
        sheet.organisation = organisation
    for name, value in words.items():
        setattr(sheet, name, value)
    sheet.save()
    sheet.rows.all().delete()


@transaction.atomic
def confirm_sheet(*, sheet, by, organisation=None):
    """Makes the drafts of a sheet: holdings and needs, or an idea, of its organisation; nothing of it is published.
    Returns the Sheet. One that was confirmed stays as it is.

    `organisation` is said by who runs the event where none was chosen; where others speak for it, these are told and
    the sheet waits for them. Raises PermissionDenied for who may not decide, ValidationError for one that was declined.
    """
    sheet = _locked(sheet)
    require(may_decide(by, sheet))
    if sheet.state == SheetState.MADE:
        return sheet
    _require_waiting(sheet)
    if sheet.organisation is None and organisation is not None:
        sheet.organisation = organisation
        if not may_decide(by, sheet):
            sheet.save(update_fields=["organisation"])
            tell_of_sheet(sheet)
            return sheet
    with announced_together():
        make_drafts(sheet, by)
    return _decided(sheet, SheetState.MADE, by)


@transaction.atomic
def decline_sheet(*, sheet, by):
    """Nothing is made of it. Returns the Sheet; raises as `confirm_sheet`."""
    sheet = _locked(sheet)
    require(may_decide(by, sheet))
    if sheet.state == SheetState.DECLINED:
        return sheet
    _require_waiting(sheet)
    return _decided(sheet, SheetState.DECLINED, by)


def _locked(sheet):
    rows = Sheet.objects.select_for_update(of=("self",)).select_related("organisation", "event")
    return rows.get(pk=sheet.pk)


def _require_waiting(sheet):
    if not is_waiting(sheet):
        raise ValidationError(_("This sheet was decided on already: %s.") % sheet.get_state_display())


def _decided(sheet, state, by):
    sheet.state, sheet.decided_by, sheet.decided_at = state, by, timezone.now()
    sheet.save()
    return sheet
