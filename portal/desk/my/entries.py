"""One entry of one's own: is it still true, is it whole, what is next."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.utils import timezone

from portal.access.drafts import may_write
from portal.access.models import RecordIdentity
from portal.core.languages import under_prefix
from portal.desk.contribute.drafts import version_for
from portal.records.addresses import path_of
from portal.records.completeness import empty_fields
from portal.records.confirming import may_confirm
from portal.records.models import RecordPage
from portal.records.reads import note_read, note_refusal
from portal.records.registry import kind as kind_by_key
from practices.holdings.freshness import freshness
from practices.holdings.models import DataHoldingPage


@dataclass(frozen=True)
class OwnEntry:
    """An entry as its page of `/my/` shows it; `url` is "" while nothing of it is published."""

    title: str
    code: str
    kind: Any
    url: str
    confirmed: date | None
    due: date | None
    freshness: str

    @property
    def is_late(self):
        return self.due is not None and self.due < timezone.localdate()


def entry_of(request, code):
    """The context of the page; Http404 for whoever may neither write at the entry nor confirm it."""
    identity = RecordIdentity.objects.select_related("owner", "custodian").filter(code=code.upper()).first()
    page = identity and RecordPage.objects.filter(translation_key=identity.key).order_by("-live", "pk").first()
    page = page and page.specific
    confirms = bool(page and page.live and may_confirm(request.user, identity))
    writes = bool(page and may_write(request.user, identity, is_draft=page.is_unpublished))
    if not (confirms or writes):
        note_refusal(request, code=code.upper())
        raise Http404
    note_read(request, identity.key)
    shown = version_for(page, identity, request.user).page if writes else page
    kind = kind_by_key(identity.kind)
    return {
        "entry": _entry(page, shown, identity, kind),
        "empty": empty_fields(shown),
        "may_confirm": confirms,
        "may_write": writes and bool(kind.short),
    }


def _entry(page, shown, identity, kind):
    is_holding = isinstance(page, DataHoldingPage)
    return OwnEntry(
        title=shown.title,
        code=identity.code,
        kind=kind,
        url=under_prefix(path_of(page)) if page.live else "",
        confirmed=page.reviewed_on if page.live else None,
        due=page.review_due_on if page.live else None,
        freshness=freshness(page, timezone.localdate()).label if is_holding and page.live else "",
    )
