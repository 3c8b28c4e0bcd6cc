"""Numbers, days, hours, yes and no, and choices that the code knows."""

import re
import unicodedata
from datetime import UTC, date, datetime, time

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.core.languages import LANGUAGES
from portal.transfer.bringing.known import allowed_of
from portal.transfer.bringing.wrong import Refused

from .cell import Cell

YES = frozenset({"yes", "y", "true", "1", "x", "oui", "vrai", "نعم"})
NO = frozenset({"no", "n", "false", "0", "non", "faux", "لا"})
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
OTHER_DAY = re.compile(r"\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}")
FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST = 32_767
"""The largest number that a PositiveSmallIntegerField holds on every database."""


def digits(text):
    """The text with digits of any script as 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text).strip()


class Number(Cell):
    """A whole number."""

    first, last = 0, MOST

    def read(self, text, known):
        text = digits(text)
        if not re.fullmatch(r"-?\d{1,18}", text):
            raise Refused(_("This is no whole number."), self.guidance())
        number = int(text)
        if not self.first <= number <= self.last:
            raise Refused(_("This number is out of range."), self.guidance())
        return number

    def guidance(self):
        return _("A whole number from %(first)d to %(last)d.") % {"first": self.first, "last": self.last}


class Year(Number):
    """A year."""

    first, last = FIRST_YEAR, LAST_YEAR

    def guidance(self):
        return _("A year of four digits, from %(first)d to %(last)d.") % {"first": self.first, "last": self.last}


class Day(Cell):
    """A day, as ISO 8601 writes it."""

    def write(self, value, known):
        return value.isoformat() if value else ""

    def read(self, text, known):
        text = digits(text)
        found = DAY.fullmatch(text)
        if not found:
            raise Refused(_why_no_day(text), self.guidance())
        try:
            day = date(*map(int, found.groups()))
            self.field.run_validators(day)
        except (ValueError, ValidationError) as refused:
            raise Refused(_("There is no such day, or it is out of range."), self.guidance()) from refused
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise Refused(_("The year is out of range."), self.guidance())
        return day

    def guidance(self):
        return _("A day as year-month-day, for example 2026-04-03.")


def _why_no_day(text):
    if text.replace(".", "", 1).isdigit():
        return _("This is a number, not a day: give the column the format of dates, or of text.")
    if OTHER_DAY.fullmatch(text):
        return _("Nobody can tell day from month in this. Write the year first.")
    return _("This is no day.")


class Moment(Cell):
    """A moment, in UTC."""

    def write(self, value, known):
        return value.astimezone(UTC).isoformat() if value else ""

    def read(self, text, known):
        try:
            moment = datetime.fromisoformat(digits(text))
        except ValueError as refused:
            raise Refused(_("This is no moment."), self.guidance()) from refused
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise Refused(_("The year is out of range."), self.guidance())
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def guidance(self):
        return _("A day and a time, for example 2026-04-03T09:30:00+00:00.")


class Hour(Cell):
    """A time of the day."""

    def write(self, value, known):
        return value.isoformat(timespec="minutes") if value else ""

    def read(self, text, known):
        try:
            return time.fromisoformat(digits(text).zfill(5)[:8])
        except ValueError as refused:
            raise Refused(_("This is no time of the day."), self.guidance()) from refused

    def guidance(self):
        return _("A time of the day, for example 09:30.")


class YesNo(Cell):
    """Yes or no; nothing where that can be unknown, else the usual answer."""

    is_needed = False

    def write(self, value, known):
        return "" if value is None else "yes" if value else "no"

    def read(self, text, known):
        word = text.casefold()
        if word not in YES | NO:
            raise Refused(_("This is neither yes nor no."), _("Allowed: %s.") % "yes, no")
        return word in YES

    def choices(self, known):
        return [("yes", _("Yes")), ("no", _("No"))]


class Choice(Cell):
    """One of the choices of a field, by its key, or by what it is called in one of the languages."""

    is_needed = False

    @property
    def empty(self):
        return "" if self.field.blank else self.field.get_default()

    def read(self, text, known):
        found = self._words().get(text.casefold())
        if found is None:
            keys = [str(key) for key, _label in self.field.flatchoices if key]
            raise Refused(_("This is not among the choices."), allowed_of(text, keys))
        return found

    def choices(self, known):
        return [(str(key), capfirst(str(label))) for key, label in self.field.flatchoices if key]

    def _words(self):
        words = {}
        for language in LANGUAGES:
            with override(language):
                words |= {str(label).casefold(): key for key, label in self.field.flatchoices if key}
        return words | {str(key).casefold(): key for key, _label in self.field.flatchoices if key}
