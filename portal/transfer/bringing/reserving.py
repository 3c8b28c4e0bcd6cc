"""Codes of entries that a file names and that are not here yet: kept for the file that brings them."""

from portal.access.services import register_record


def reserve(known):
    """Registers what `known` found to be reserved: identities of which nobody knows, as narrow as can be, until their
    entries come. An administrator's file may name what another file brings: files come one after the other."""
    for code in sorted(known.reserved):
        key, kind = known.new[code]
        register_record(key=key, kind=kind, code=code)
    known.note(*known.reserved)
