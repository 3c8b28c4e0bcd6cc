"""By what a row is known in a form or an address where it has no key of its own: a number that counts up would tell how
many there are in the whole portal."""

from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "portal.core.marks"


def mark_of(row) -> str:
    """The mark of a row of a model: always the same, and told by nothing else that a page says."""
    return salted_hmac(SALT, f"{row._meta.label_lower}:{row.pk}", algorithm="sha256").hexdigest()[:32]


def marked(rows, mark):
    """The one of these rows, few enough to be looked through, that has this mark; None where there is none."""
    return next((row for row in rows if mark and constant_time_compare(mark_of(row), mark)), None)
