"""Undoes a file: what it made goes, what it changed says again what it said. All of it, or nothing."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from portal.core.languages import enumerated
from portal.records.models import RecordPage
from portal.records.submissions import save_draft
from portal.transfer.models import Import, ImportState

MOST_NAMED = 5


@transaction.atomic
def undo(*, brought, by) -> Import:
    """Takes back what a file wrote, as long as nobody went on with it. Returns the Import; one that was undone already
    stays so.

    Raises PermissionDenied for who did not bring it, ValidationError where an entry was changed or published since:
    what others build on is not taken away from below them.
    """
    brought = Import.objects.select_for_update(of=("self",)).get(pk=brought.pk)
    if brought.by != by:
        raise PermissionDenied
    if brought.state != ImportState.DONE:
        return brought
    entries = list(brought.entries.order_by("-row", "-pk"))
    pages = {str(page.pk): page for page in RecordPage.objects.filter(pk__in=[entry.page for entry in entries])}
    _require_untouched(entries, pages)
    for entry in entries:
        _undo(entry, pages[entry.page].specific, by)
    brought.state = ImportState.UNDONE
    brought.save()
    return brought


def _require_untouched(entries, pages):
    touched = [entry.code for entry in entries if not _is_untouched(entry, pages.get(entry.page))]
    if touched:
        more = _(" and %d more") % (len(touched) - MOST_NAMED) if len(touched) > MOST_NAMED else ""
        facts = {"codes": enumerated(touched[:MOST_NAMED]), "more": more}
        sentence = _(
            "Somebody went on with %(codes)s%(more)s since: nothing was undone. Change or withdraw them there."
        )
        raise ValidationError(sentence % facts)


def _is_untouched(entry, page):
    return page is not None and page.latest_revision_id == entry.after and page.live_revision_id != entry.after


def _undo(entry, page, by):
    """A draft that nobody has reviewed goes; its code is kept for it, should it come again."""
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=by)
    if entry.is_new:
        page.delete()
        return
    before = Revision.page_revisions.filter(pk=entry.before).first()
    save_draft(page=before.as_object() if before else type(page).objects.get(pk=page.pk), by=by)
