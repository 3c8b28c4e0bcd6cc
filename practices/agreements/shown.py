"""What the page of an agreement shows beside its fields: its state in a word, and the data that it covers."""

from dataclasses import dataclass

from django.utils import timezone

from portal.access.drafts import may_write
from portal.directory.rights import is_editor
from portal.linkage.around import around
from portal.linkage.ends import End
from portal.records.shown import StateWord
from practices.agreements.enums import Standing
from practices.agreements.rights import decides

COVERS = "agreement:holdings.holding"
"""The covered holdings among its links: they have a part of the page of their own."""
ICONS = {Standing.DRAFTING: "edit", Standing.SIGNED: "check", Standing.EXPIRED: "clock", Standing.ENDED: "close"}


@dataclass(frozen=True)
class Covered:
    """Data that an agreement covers: a holding that the reader may know of (None: said in words), and which part."""

    end: End | None
    part: str


def beside(page, record, user):
    """The context of its page for a reader to whom `record` is presented; of the details only what they may read."""
    today = timezone.localdate()
    standing = page.standing_on(today)
    is_over = standing in (Standing.EXPIRED, Standing.ENDED)
    context = {
        "states": [StateWord(str(standing), ICONS[standing], "late" if is_over else "")],
        "may_end": _may_end(page, today, user),
        **_renewing(page, standing, user),
    }
    if record.details_readable:
        found = around(page.key, user, apart={(COVERS, False)})
        context |= {"around": found, "covered": _covered(page, {link.end.key: link.end for link in found.apart})}
    return context


def _renewing(page, standing, user):
    """Whether a reader who decides about it renews it themselves, by a new version, or is told who does: of one that
    was signed and has a last day."""
    runs_out = page.ends_on is not None and standing in (Standing.SIGNED, Standing.EXPIRED)
    if not runs_out or not decides(user, page, page.read_identity):
        return {}
    may_renew = may_write(user, page.read_identity, is_draft=False)
    return {"may_renew": may_renew, "others_renew": not may_renew and not is_editor(user)}


def _may_end(page, today, user):
    """As `practices.agreements.ending.may_end`, of an agreement in any of its languages."""
    in_force = type(page).objects.in_force(today).filter(translation_key=page.translation_key)
    return decides(user, page, page.read_identity) and in_force.exists()


def _covered(page, ends):
    """A row that names a holding is for who may know of it, words and all (docs/decisions/0015)."""
    rows = (row for row in page.holdings.all() if row.holding_id in ends or (row.holding_id is None and row.part))
    return [Covered(ends.get(row.holding_id), row.part) for row in rows]
