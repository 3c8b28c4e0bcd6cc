"""What is sent: that something happened to a record that everybody may know of, and where to read it. No text of it."""

import json
from datetime import UTC

from django.conf import settings

from portal.webhooks.enums import What


def body_of(delivery) -> bytes:
    """The JSON of a delivery. Of what is public no more it has no address."""
    data = {"code": delivery.code, "kind": delivery.kind}
    if delivery.what == What.TEST:
        data = {}
    elif delivery.what != What.WITHDRAWN:
        data["url"] = f"{settings.SITE_URL}/r/{delivery.code}"
    at = delivery.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return json.dumps({"type": delivery.what, "timestamp": at, "data": data}, separators=(",", ":")).encode()
