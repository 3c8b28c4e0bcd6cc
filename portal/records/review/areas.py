"""What is whose among reviewers: by country, sector and language of what waits. Everybody still sees all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Q, Value, When
from wagtail.models import Locale, WorkflowState

from portal.records.models import Assignment, ReviewerArea

CONTENT = "current_task_state__revision__content__"
WAITING = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, object_id__gt="")


@dataclass(frozen=True)
class Sent:
    """What a waiting version is about: primary keys of its countries and sectors, and the code of its language."""

    pk: int
    countries: frozenset[int]
    sectors: frozenset[int]
    language: str

    def touches(self, countries: Iterable[int], sectors: Iterable[int], languages: Iterable[str]):
        """Whether it is about any of them."""
        return bool(self.countries & set(countries) or self.sectors & set(sectors) or self.language in languages)


def sent(states=WAITING):
    """A list of Sent, of what waits among `states`: from the version that waits, not from what is published."""
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    columns = [f"{CONTENT}{name}" for name in ("countries", "sectors", "locale")]
    rows = states.filter(status=WorkflowState.STATUS_IN_PROGRESS).values_list("pk", *columns)
    return [
        Sent(pk, frozenset(countries or ()), frozenset(sectors or ()), languages.get(locale, ""))
        for pk, countries, sectors, locale in rows
    ]


def first_for(user):
    """A Case for `annotate`: 0 for what waits and is theirs (given to them, or in their area and given to nobody)."""
    mine = Q(object_id__in=Assignment.objects.filter(to=user).values("object_id"))
    taken = Q(object_id__in=Assignment.objects.values("object_id"))
    return Case(When(mine | (Q(pk__in=theirs(user)) & ~taken), then=Value(0)), default=Value(1))


def theirs(user, waiting=None):
    """The primary keys of what waits in an editor's area; an empty list for who has none."""
    area = ReviewerArea.objects.filter(user=user).prefetch_related("countries", "sectors").first()
    if area is None:
        return []
    scope = [each.pk for each in area.countries.all()], [each.pk for each in area.sectors.all()], area.languages
    return [each.pk for each in (sent() if waiting is None else waiting) if each.touches(*scope)]
