"""What is said of a whole file beside its rows, where its form has room for it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.languages import reading_language

from .every_row import notices_of_all


@dataclass(frozen=True)
class About:
    """`query` are the parameters of the address, each with its values; `total` is how many rows the list has, of which
    a file holds the first 10,000."""

    list: str
    title: str
    query: dict[str, list[str]]
    total: int
    generated_at: str
    language: str
    terms: str
    notices: list[str]


def about(request, source, first) -> About:
    """What is true of the list when its file begins, `first` being its first part."""
    return About(
        list=source.name,
        title=str(source.title),
        query=dict(request.GET.lists()),
        total=first.total,
        generated_at=_now().isoformat(timespec="seconds"),
        language=reading_language(),
        terms=_("Each row names the licence of its text. It holds what you may read; others may read less."),
        notices=notices_of_all(first),
    )


def _now() -> datetime:
    return timezone.now().astimezone(UTC)
