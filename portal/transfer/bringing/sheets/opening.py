"""Which kind of file it is, by its first bytes; what it is not, in a sentence that says what to do instead."""

from django.utils.translation import gettext as _

from portal.transfer.bringing.wrong import Unreadable

from . import comma_separated, json_rows, workbook
from .table import Limits, Table, read_whole

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins XLS files, and XLSX files that a password protects: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb"""
ZIP, PDF, GZIP = b"PK\x03\x04", b"%PDF", b"\x1f\x8b"
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"{\\rtf")
MARK = b"\xef\xbb\xbf"


def read_table(file, limits: Limits) -> Table:
    """The Table that an open file holds. Raises Unreadable, with one sentence, for what is no table."""
    data = read_whole(file, limits)
    start = data.removeprefix(MARK).lstrip()
    if data.startswith(ZIP):
        return workbook.read(data, limits)
    if start[:1] in (b"{", b"[") and not start.lower().startswith(MARKUP):
        return json_rows.read(data, limits)
    if sentence := _no_table(data, start):
        raise Unreadable(sentence)
    return comma_separated.read(data, limits)


def _no_table(data, start):
    """Why a file is none of ours; "" for what may be text."""
    if data.startswith(OLD_OFFICE):
        return _("This is an XLS file, or protected by a password. Save it as XLSX, without a password.")
    if data.startswith(PDF):
        return _("This is a PDF file. Send XLSX, CSV or JSON.")
    if data.startswith(GZIP):
        return _("This file is packed. Unpack it, and send XLSX, CSV or JSON.")
    if start[:20].lower().startswith(MARKUP):
        return _("This is a page of text, not a table. Send XLSX, CSV or JSON.")
    return ""
