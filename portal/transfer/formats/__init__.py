"""The forms in which a list can be taken away, by what its address ends in. A new one is a module and a line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase

from portal.transfer.sources.source import Source

from . import atom, comma_separated, json_object, spreadsheet


@dataclass(frozen=True)
class Format:
    """One form: its name for people, its type, and what makes an answer of a request and a Source."""

    label: str
    content_type: str
    answer: Callable[[HttpRequest, Source], HttpResponseBase]


FORMATS = {
    "csv": Format("CSV", comma_separated.CONTENT_TYPE, comma_separated.answer),
    "xlsx": Format("XLSX", spreadsheet.CONTENT_TYPE, spreadsheet.answer),
    "json": Format("JSON", json_object.CONTENT_TYPE, json_object.answer),
    "atom": Format("Atom", "application/atom+xml", atom.answer),
}
