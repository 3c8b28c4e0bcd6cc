"""The drafts that a sheet becomes, by the keys of their kinds: this room knows no holdings, needs and ideas."""

from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import override
from wagtail.models import Locale

from events.actions.origins import Origin, said_of_origin
from events.capture.enums import SheetKind, Side, Wanted
from portal.core.languages import enumerated
from portal.records.registry import kind as kind_by_key
from portal.records.submissions import save_draft

HOLDING, NEED, IDEA = "holding", "need", "idea"
LONGEST = 255


def make_drafts(sheet, by):
    """Makes what is not made yet; each row, and each talk, notes the identity of what it became."""
    # Words that the portal adds stand in the language of the sheet, not of who confirms it.
    with override(sheet.language):
        if sheet.kind == SheetKind.TALK:
            sheet.became = sheet.became or _draft(
                IDEA, sheet, by, _idea(sheet), said_of_origin(Origin(event=sheet.event))
            )
            return
        for row in sheet.rows.filter(became=None).select_related("country", "level", "access_method"):
            key, values = (HOLDING, _holding(row, sheet)) if row.side == Side.HAVE else (NEED, _need(row, sheet))
            terms = {"data_kinds": list(row.data_kinds.all()), "countries": [row.country] if row.country else []}
            row.became = _draft(key, sheet, by, values, terms)
            row.save(update_fields=["became"])


def _draft(key, sheet, by, values, terms):
    """The identity of a new draft of that kind, which the organisation keeps and, of what it has, owns."""
    kind, organisation = kind_by_key(key), sheet.organisation
    locale = Locale.objects.get(language_code=sheet.language)
    page = kind.model(locale=locale, live=False, owner=by, **values)
    for name, found in terms.items():
        getattr(page, name).set(found)
    if organisation:
        page.focal_mailbox = organisation.mailbox
        page.begins_with = {"custodian": organisation, **({"owner": organisation} if key == HOLDING else {})}
        if not page.sectors.count():
            page.sectors.set(list(organisation.sectors.all()))
    kind.short.fill(page, organisation)
    (index_model,) = kind.model.allowed_parent_page_models()
    index_model.objects.get(locale=locale).add_child(instance=page)
    save_draft(page=page, by=by)
    return page.identity


def _holding(row, sheet):
    owner = "" if sheet.organisation else sheet.organisation_name
    return {
        "title": _title(row), "summary": row.where and f"{_title(row)} – {row.where}"[:300], "finest_level": row.level,
        "access_method": row.access_method, "owner_note": owner,
    }  # fmt: skip


def _need(row, sheet):
    asked_by = "" if sheet.organisation else sheet.organisation_name
    summary = f"{_title(row)} – {row.where}"[:300] if row.where else ""
    return {
        "title": _title(row), "summary": summary, "decision_note": row.decision, "coarsest_level": row.level,
        "asked_by_note": asked_by,
    }  # fmt: skip


def _idea(sheet):
    wants = {f"wants_{each.value}": each.value in sheet.wanted for each in Wanted}
    text = "".join(f"<p>{escape(line)}</p>" for line in sheet.text.splitlines() if line.strip())
    born = {"born_event": sheet.event, "born_session": sheet.session_key}
    note = "" if sheet.organisation else sheet.organisation_name
    return {"title": sheet.title, "idea": text, "partners_note": note, **wants, **born}


def _title(row):
    """What was written, else the kinds of data, with the country."""
    kinds = row.what or enumerated(kind.label for kind in row.data_kinds.all())
    parts = [kinds, row.country.label if row.country else row.where]
    return Truncator(" – ".join(filter(None, parts))).chars(LONGEST)
