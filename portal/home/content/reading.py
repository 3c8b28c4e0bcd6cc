"""Reads the files of first content, and says of each wrong value where it is and what is allowed."""

from datetime import date, time
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

LISTED_WHOLE = 30
"""A vocabulary of up to so many keys is printed whole in a message; of a longer one the nearest keys are."""


class WrongContent(ValueError):
    """The files hold values that are not allowed; `problems` has a sentence for each."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


class Reading:
    """The files of one folder while they are read: collects what is wrong, knows the terms of each vocabulary."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.problems: list[str] = []
        self._terms: dict[type, dict[str, Any]] = {}

    def entries(self, file):
        """The Parts that a file lists; of one that holds a single entry, that. Raises WrongContent when it is absent or
        no such list."""
        try:
            text = (self.folder / f"{file}.yaml").read_text(encoding="utf-8")
            values = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except FileNotFoundError as error:
            raise WrongContent([_("%(file)s.yaml is missing.") % {"file": file}]) from error
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            raise WrongContent([_("%(file)s.yaml is no YAML in UTF-8.") % {"file": file}]) from error
        values = [values] if isinstance(values, dict) else values
        if not isinstance(values, list) or not all(isinstance(each, dict) and each.get("id") for each in values):
            raise WrongContent([_("%(file)s.yaml must be a list of entries, each with an id.") % {"file": file}])
        return [Part(self, f"{file}.yaml", each["id"], each) for each in values]

    def terms_of(self, model):
        """The terms of a vocabulary by key, those in use now. Raises WrongContent when there are none at all."""
        if model not in self._terms:
            self._terms[model] = {term.key: term for term in model.objects.current()}
            if not self._terms[model]:
                name = model._meta.verbose_name_plural
                raise WrongContent([_("There are no %(name)s yet: run setup_portal first.") % {"name": name}])
        return self._terms[model]

    def stop_if_wrong(self):
        """Raises WrongContent when anything was wrong so far."""
        if self.problems:
            raise WrongContent(self.problems)


class Part:
    """An entry of a file, or a row inside one; `place` is where it stands in its entry (“barriers.”)."""

    def __init__(self, reading, file, entry_id, values, place=""):
        self.reading, self.file, self.id, self.values, self.place = reading, file, entry_id, values, place

    def text(self, name, longest=None):
        """A text, "" for none; one that is longer than its field is wrong."""
        value = str(self.values.get(name) or "").strip()
        if longest and len(value) > longest:
            self.wrong(name, value, _("at most %d characters") % longest)
        return value

    def year(self, name):
        """A year; None for none or what is no year."""
        year = self.values.get(name)
        if year is not None and not (isinstance(year, int) and 1900 < year < 2100):
            self.wrong(name, year, _("a year of four digits"))
            return None
        return year

    def day(self, name):
        """A date; None for none or what is no date."""
        return self._read(name, date, "a date, 2026-03-01")

    def hour(self, name):
        """A time of the day; None for none or what is no time."""
        return self._read(name, time, "a time in quotes, “09:30”")

    def _read(self, name, wanted, allowed):
        """A value of the class `wanted`, or an ISO 8601 text of one."""
        value = self.values.get(name)
        if value is None or isinstance(value, wanted):
            return value
        try:
            return wanted.fromisoformat(value)
        except (TypeError, ValueError):
            self.wrong(name, value, allowed)
            return None

    def value(self, name, among):
        """The value of `among` (a mapping) under this key; None for none or a wrong one."""
        return self.among(name, self.values.get(name), among)

    def list(self, name):
        """The values of a list; [] for none or what is no list."""
        values = self.values.get(name) or []
        if not isinstance(values, list):
            self.wrong(name, values, _("a list"))
            return []
        return values

    def values_in(self, name, among):
        """The values of `among` under the keys that a list names."""
        found = [self.among(name, key, among) for key in self.list(name)]
        return [value for value in found if value is not None]

    def term(self, name, model):
        """The term of a vocabulary."""
        return self.value(name, self.reading.terms_of(model))

    def terms(self, name, model):
        """The terms of a vocabulary that a list names."""
        return self.values_in(name, self.reading.terms_of(model))

    def part(self, name):
        """A row of its own; an empty one for none."""
        return Part(self.reading, self.file, self.id, self.values.get(name) or {}, f"{self.place}{name}.")

    def parts(self, name):
        """The rows of a list."""
        rows = [row for row in self.list(name) if isinstance(row, dict)]
        if len(rows) < len(self.list(name)):
            self.wrong(name, self.values[name], _("a list of rows with named fields"))
        return [Part(self.reading, self.file, self.id, row, f"{self.place}{name}.") for row in rows]

    def unconfirmed(self, fields_of):
        """The fields to mark, each once: `fields_of` says which they are, by what `inferred_fields` calls them."""
        return list(dict.fromkeys(name for names in self.values_in("inferred_fields", fields_of) for name in names))

    def wrong(self, name, value, allowed):
        """Notes that a value is not allowed."""
        sentence = _("%(file)s, %(id)s, field %(field)s: “%(value)s” is not allowed; allowed: %(allowed)s.")
        place = {"file": self.file, "id": self.id, "field": f"{self.place}{name}", "value": value}
        self.reading.problems.append(sentence % {**place, "allowed": allowed})

    def among(self, name, key, among):
        """The value of `among` under `key`, which stands in the field `name`; None for none or a wrong one."""
        if key is None or key == "":
            return None
        if not isinstance(key, str) or key not in among:
            self.wrong(name, key, _allowed(str(key), list(among)))
            return None
        return among[key]


def _allowed(key, keys):
    if len(keys) <= LISTED_WHOLE:
        return ", ".join(keys)
    near = get_close_matches(key.lower(), keys, n=5, cutoff=0.5)
    sentence = _("one of %(count)d keys, nearest %(near)s") if near else _("one of %(count)d keys, such as %(near)s")
    return sentence % {"count": len(keys), "near": ", ".join(near or keys[:5])}
