"""What is kept of a person here, taken along with their own data. When they are forgotten, lines stay, by number."""

from events.capture.models import CapturedLine
from portal.directory.own_data import add_part


def _lines(user):
    rows = CapturedLine.objects.filter(by=user).order_by("at", "key")
    return list(rows.values("event__code", "kind", "text", "at"))


add_part("captured_lines", _lines)
