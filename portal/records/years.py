"""First and last years: in words, and in their order."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def years_in_words(first: int | None, last: int | None) -> str:
    """“2021”, “2021–2023”, “from 2021”, “until 2023”; "" where neither is known."""
    if first and last:
        return str(first) if first == last else f"{first}–{last}"
    if first:
        return _("from %d") % first
    return _("until %d") % last if last else ""


def require_in_order(first: int | None, last: int | None) -> None:
    """Raises ValidationError, at `to_year`, when the last year is before the first."""
    if first and last and first > last:
        raise ValidationError({"to_year": _("The last year is before the first, %d.") % first})
