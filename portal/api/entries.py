"""One entry: its row with all fields that its reader may read, and what stands around it."""

from django.http import Http404, QueryDict

from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.api.answers import absolute, answer
from portal.linkage.around import around
from portal.linkage.ends import End
from portal.records.reads import note_read, note_refusal
from portal.records.registry import kind
from portal.transfer.formats.json_object import row_in_json
from portal.transfer.sources import source_of
from practices.needs.queries import OTHER, fits_of


def identity_at(request, code) -> RecordIdentity:
    """The identity of the entry with that code; Http404 for who may not know of it, as for none."""
    # What is no text of a database is the code of nothing.
    known = RecordIdentity.objects.visible_to(request.user)
    found = known.filter(code=code.upper()).first() if _is_code(code) else None
    if found is None:
        note_refusal(request, code=code.upper() if _is_code(code) else "")
        raise Http404
    return found


def entry(request, code):
    """The row of one entry, in the form of the list of its kind."""
    identity = identity_at(request, code)
    source = source_of(kind(identity.kind).index_path, QueryDict(), request.user)
    source.query.only = (identity.key,)
    rows = source.rows(source.page(1, 1).hits)
    if not rows:
        raise Http404
    note_read(request, *(row.key for row in rows if row.shows_details))
    return answer(request, {**row_in_json(source.columns, rows[0]), "links_to": _parts_of(identity)})


def links(request, code):
    """What the entry is linked to, from both ends."""
    identity = _readable(request, code)
    found = around(identity.key, request.user).links
    _note_details(request, identity)
    rows = [
        {
            "link_kind": link.kind, "made_here": not link.is_incoming, "label": str(link.label), "note": link.note,
            "note_language": link.note_lang or None, "entry": end_in_json(link.end),
        }
        for link in found
    ]  # fmt: skip
    return answer(request, {"code": identity.code, "rows": rows})


def trail(request, code):
    """What is two links away, and through what; what came before the entry, and what came of it."""
    identity = _readable(request, code)
    found = around(identity.key, request.user)
    _note_details(request, identity)
    two_away = [
        {"entry": end_in_json(each.end), "through": [end_in_json(end) for end in each.through]} for each in found.trails
    ]
    chain = found.chain
    steps = {name: [_step(each) for each in getattr(chain, name)] for name in ("before", "after")}
    return answer(request, {"code": identity.code, "two_links_away": two_away, **steps, "more_after": chain.more})


def matches(request, code):
    """Of a need the holdings that may fit it, of a holding the needs that it may answer, with reasons."""
    identity = _readable(request, code)
    if identity.kind not in OTHER:
        raise Http404
    is_readable = can(request.user, Action.READ, identity)
    found = fits_of(identity.key, identity.kind, request.user, is_readable=is_readable)
    note_read(request, *found.read, *([identity.key] if found.read else []))
    rows = [
        {
            "entry": end_in_json(fit.end), "reasons": list(fit.reasons), "shortfalls": list(fit.shortfalls),
            "mark": fit.mark or None, "why": fit.reason or None,
        }
        for fit in found.shown
    ]  # fmt: skip
    return answer(request, {"code": identity.code, "total": found.total, "rows": rows})


def end_in_json(end: End) -> dict:
    """An entry at the end of a link, by its card."""
    return {
        "code": end.code, "entry_kind": end.kind, "title": end.title, "language": end.lang, "url": absolute(end.url),
    }  # fmt: skip


def _readable(request, code):
    """The identity of a published entry: links and fits of others are not there."""
    identity = identity_at(request, code)
    its = kind(identity.kind)
    if not its.live().filter(**{its.key_field: identity.key}).exists():
        note_refusal(request, code=identity.code)
        raise Http404
    return identity


def _note_details(request, identity):
    """What it says of others stands in its details."""
    if can(request.user, Action.READ, identity):
        note_read(request, identity.key)


def _parts_of(identity):
    parts = ["links", "trail", *(["matches"] if identity.kind in OTHER else [])]
    return {part: absolute(f"/api/v1/records/{identity.code}/{part}/") for part in parts}


def _step(step):
    parts = [{"title": part.title, "url": absolute(part.url), "language": part.lang} for part in step.parts]
    return {"entry": end_in_json(step.end), "day": step.day.isoformat(), "parts": parts}


def _is_code(code):
    return code.isascii() and "\0" not in code and len(code) <= 12
