"""What one can filter by, in all kinds alike: the parameter in addresses and its label, in the order of a page."""

from django.utils.translation import gettext_lazy as _

FACETS = {
    "kind": _("Kind of entry"),
    "country": _("Country"),
    "sector": _("Sector"),
    "data_kind": _("Kind of data"),
    "barrier": _("Barrier"),
    "decision": _("Decision"),
    "standard": _("Standard"),
    "state": _("State"),
    "platform": _("Platform"),
    "due": _("Due"),
    "event": _("Event"),
    "idea": _("Partnership idea"),
    "access_method": _("How to get it"),
    "audience": _("Shared with"),
    "agreement": _("Kind of agreement"),
    "evidence": _("Evidence"),
    "event_format": _("Kind of event"),
    "output": _("Kind of output"),
    "looking_for": _("Looking for"),
    "organisation": _("Organisation"),
    "organisation_type": _("Kind of organisation"),
    "tag": _("Tag"),
    "language": _("Language"),
}
