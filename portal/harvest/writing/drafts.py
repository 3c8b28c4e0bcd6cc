"""Makes the draft of a holding, and writes what changed at the source into the next one."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale, WorkflowState

from portal.access.enums import Level, TextSensitivity
from portal.access.services import ask_access
from portal.records.submissions import save_draft
from practices.holdings.models import DataHoldingIndexPage, DataHoldingPage

from .fields import put

LOOKED_AT_AGAIN = timedelta(days=365)
REASON = "Word for word in a public catalogue: {address}"
NO = dict.fromkeys(("names_person", "names_place", "tells_unpublished"), False)


def unsaved(values, language) -> DataHoldingPage:
    """A new page with these plain values, below no list yet."""
    page = DataHoldingPage(
        locale=Locale.objects.get(language_code=language),
        live=False,
        review_due_on=timezone.localdate() + LOOKED_AT_AGAIN,
    )
    put(page, values)
    return page


def place(page, *, is_clean, asks):
    """Puts a new page below its list and keeps it as a draft of nobody's; returns its revision.

    `is_clean`: nothing in it keeps it from its review. Where nobody `asks` for others to see it, its text counts as
    assessed and it stays for editors until somebody decides.
    """
    if is_clean and not asks:
        page.begins_with = {"sensitivity": TextSensitivity.MODERATE}
    DataHoldingIndexPage.objects.get(locale=page.locale).add_child(instance=page)
    return save_draft(page=page, by=None)


def ask_for_everyone(page, *, by, address):
    """Asks, in the name of `by`, an editor, that everyone may know of a new entry and, as far as the sensitivity of its
    data lets them, read it: another editor grants that with the approval, or does not."""
    ask_access(
        identity=page.identity, by=by, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, **NO,
        reason=REASON.format(address=address or "–"), starts_at=page.text_starts_at, is_draft=True,
    )  # fmt: skip


def stored_page(identity) -> DataHoldingPage | None:
    """The page of an entry, in the language in which it was written first; None where it was erased."""
    return DataHoldingPage.objects.filter(translation_key=identity.pk).order_by("pk").first()


def review_of(page):
    """The WorkflowState of a page that waits for its review; None where it does not."""
    state = page.current_workflow_state
    return state if state and state.status == WorkflowState.STATUS_IN_PROGRESS else None


def is_as_written(page, revision) -> bool:
    """Whether the latest version of a page is the one that a run wrote last: nobody wrote at it since."""
    return page.latest_revision_id == revision


def write(page, draft, values):
    """Puts changed values into the latest draft and keeps it. A review of what a run sent ends: the new version is sent
    in its place. Returns the revision; raises ValidationError."""
    if state := review_of(page):
        state.cancel(user=None)
        draft = DataHoldingPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    put(draft, values)
    return save_draft(page=draft, by=None)
