"""The same as `bases` of the kinds that are no pages, and have no drafts: organisations and follow-up actions.
Administrators alone bring them, and what they bring is there at once."""

from portal.access.models import RecordIdentity
from portal.core.codes import CODE as CODE_PATTERN
from portal.records.registry import kind_of
from portal.transfer.bringing.bases import Base
from portal.transfer.bringing.columns.state import CODE, CUSTODIAN, LANGUAGE, LEVELS, ONE_LANGUAGE, OWNER, SLUG

ENDS = {"organisation": ("part_of", "merged_into")}
"""By kind the columns that name others of the same file which must be there before."""


def new_base(kind, known, language):
    """The Base of what is not there yet."""
    languages = {} if kind.key in ONE_LANGUAGE else {"locale": known.locales[language]}
    return _based(kind, kind.model(**languages), None, known)


def brought_base(kind, known, language, key, identity):
    """The Base of what comes with its code and `key`; `identity` where the code was kept for it."""
    base = new_base(kind, known, language)
    base.page.key, base.identity = key, identity
    return base


def base_of(kind, row, known, *, identity=None):
    """The Base of what is there."""
    return _based(kind, row, identity, known, row)


def published_or_draft(row, known):
    """The Base that a file is written of."""
    identity = RecordIdentity.objects.filter(pk=row.key).first()
    return _based(kind_of(row), row, identity, known, row)


def stored_page(kind, code, language, known):
    """The row with this code and its identity; None for what is not there, or not for who asks."""
    identity = RecordIdentity.objects.filter(code=code, kind=kind.key).first()
    row = kind.model.objects.filter(code=code).first() if known.is_admin else None
    return row, identity


def in_order(lines, columns, kind):
    """The lines, each after those that it names."""
    places = {column.name: place for place, column in columns.items()}
    ends = [places[name] for name in ENDS.get(kind.key, ()) if name in places]
    if not ends or CODE not in places:
        return lines
    by_code = {line.cells[places[CODE]].strip().upper(): line for line in lines}
    found = {}
    for line in lines:
        _put_after(line, by_code, ends, found, set())
    return list(found.values())


def _put_after(line, by_code, ends, found, waiting):
    if line.number in found or line.number in waiting:
        return
    for code in CODE_PATTERN.findall(" ".join(line.cells[place].upper() for place in ends)):
        if code in by_code:
            _put_after(by_code[code], by_code, ends, found, waiting | {line.number})
    found[line.number] = line


def _based(kind, row, identity, known, stored=None):
    code = known.organisation_code
    state = {
        CODE: getattr(row, "code", ""),
        LANGUAGE: "" if kind.key in ONE_LANGUAGE else row.locale.language_code,
        SLUG: row.slug,
        OWNER: code(identity.owner_id) if identity and identity.owner_id else "",
        CUSTODIAN: code(identity.custodian_id) if identity and identity.custodian_id else "",
        LEVELS[0]: identity.listed_to if identity else "",
    }
    return Base(row, identity, state, stored)
