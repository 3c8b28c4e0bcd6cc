"""The parameters of an action, from an address or from a body of JSON, as CKAN reads both."""

import json

from django.utils.translation import gettext as _

from portal.search.analysis import clean

from .errors import ActionError, InvalidError

LONGEST, MOST = 2_000, 100
"""Characters of a text, and values of a list, that count."""
TRUE = {"true", "1", "yes", "t", "on"}


class Parameters(dict):
    """By name: texts, numbers, truths or lists of these."""

    def text(self, name: str, default: str = "") -> str:
        """A text; of a list the first."""
        value = self.get(name, default)
        if isinstance(value, list):
            value = value[0] if value else default
        return clean(str(default if value is None else value), LONGEST).strip()

    def number(self, name: str, default: int, most: int | None = None) -> int:
        """A whole number from 0, cut down to `most`. Raises InvalidError for anything else."""
        given = self.text(name)
        if not given:
            return default
        if not given.isascii() or not given.isdigit() or len(given) > 18:
            raise InvalidError(**{name: [_("“%s” is not a whole number such as 10.") % given[:80]]})
        return int(given) if most is None else min(int(given), most)

    def truth(self, name: str, default: bool = False) -> bool:
        """Whether it is said to be true."""
        given = self.text(name)
        return given.lower() in TRUE if given else default

    def names(self, name: str) -> list[str]:
        """A list, also where it is written as JSON, as CKAN wants it in addresses, or as one text."""
        value = self.get(name) or []
        if isinstance(value, str):
            value = _list_in(value)
        some = value[:MOST] if isinstance(value, list) else []
        return [name for each in some if (name := clean(str(each), 200).strip())]

    def needed(self, name: str) -> str:
        """A text that must be given. Raises InvalidError."""
        if not (given := self.text(name)):
            raise InvalidError(**{name: [_("Missing value")]})
        return given


def parameters_of(request) -> Parameters:
    """What a request asks with; a body counts beside the address. Raises ActionError for a body that is no object."""
    found = Parameters(_plain(request.GET))
    if request.method == "POST":
        found.update(_body(request))
    return found


def _body(request):
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data") and request.POST:
        return _plain(request.POST)
    try:
        value = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ActionError(_('The body must be one JSON object, for example {"id": "DH-7K3M"}.'))
    return value


def _plain(query):
    return {name: values[0] if len(values) == 1 else values for name, values in query.lists()}


def _list_in(text):
    if text.lstrip().startswith("["):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return []
    return [text]
