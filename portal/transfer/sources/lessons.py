"""The lessons of case studies, each a row with the case that it comes from."""

from copy import copy
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from portal.desk.lessons.search import LessonSearch, lesson_query
from portal.desk.written import licences_of
from portal.search.models import RecordDocument

from .records import ABOUT
from .source import Entry, Row

COLUMNS = {
    **{name: ABOUT[name] for name in ("code", "url", "language", "fictional", "licence", "updated_on")},
    "lesson": _lazy("lesson"),
    "case_study": _lazy("case study"),
    "countries": _lazy("countries"),
    "years": _lazy("years"),
    "evidence": _lazy("evidence"),
}


@dataclass(frozen=True)
class Case:
    """What is said of the case of a lesson."""

    code: str
    updated_on: object
    licence: str


class Lessons:
    """The lessons that an address asks for, of those cases that the reader may read."""

    columns = tuple(COLUMNS)

    def __init__(self, name, parameters, user):
        self.name, self.user, self.query = name, user, lesson_query(parameters)

    @property
    def title(self):
        return _("Lessons")

    @property
    def labels(self):
        return tuple(map(str, COLUMNS.values()))

    def page(self, number, size):
        query = copy(self.query)
        query.page, query.page_size = number, size
        return LessonSearch(query, self.user, is_marked=False).result()

    def newest(self, number):
        """Without words the newest cases come first; with words the best, of which these are the first."""
        return self.page(1, number)

    def rows(self, hits):
        cases = _cases(hits)
        return [self._row(hit, cases[hit.key]) for hit in hits if hit.key in cases]

    def _row(self, hit, case):
        facts = [text for _label, text in hit.facts]
        about = (case.code, settings.SITE_URL + hit.url, hit.lang, hit.is_demo, case.licence)
        values = (*about, case.updated_on.isoformat(), hit.text, hit.record_title, *facts)
        return Row(hit.key, values, shows_details=True)

    def entries(self, hits):
        cases = _cases(hits)
        return [_entry(hit, cases[hit.key]) for hit in hits if hit.key in cases]


def _entry(hit, case):
    code = f"{case.code}/{hit.url.partition('#')[2]}"
    return Entry(
        code, hit.text, hit.record_title, hit.url, hit.lang, case.updated_on, _("Lesson"), case.licence, hit.is_demo
    )


def _cases(hits):
    """The Cases of lessons by key: of lessons that the reader may read, so of cases that they may know of."""
    keys = {hit.key for hit in hits}
    licences = licences_of(keys)
    rows = RecordDocument.objects.filter(identity__in=keys).values_list("identity", "code", "updated_on")
    return {key: Case(code, updated_on, licences.get(key, "")) for key, code, updated_on in rows}
