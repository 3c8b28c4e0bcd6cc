"""How far a request is, in words: its state and, of data that were approved, where their delivery stands."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from practices.requests.enums import GIVEN, Subject


def standing_of(request) -> str:
    """In the language of now, for pages, lists and mails alike."""
    handed = request.handed_over
    if handed is not None:
        delivery = delivery_of(handed)
        return delivery if request.state in GIVEN else f"{request.state_label}. {delivery}"
    if request.subject == Subject.DATA and request.state in GIVEN:
        return f"{request.state_label}. {_('Not handed over yet')}"
    return request.state_label


def delivery_of(handed) -> str:
    """Where the delivery of a HandedOver stands."""
    facts = {"day": date_format(handed.delivered_on, "j F Y"), "end": date_format(handed.keep_until, "j F Y")}
    if handed.destroyed_on:
        return _("Destroyed on %(day)s") % {"day": date_format(handed.destroyed_on, "j F Y")}
    if handed.wanted_until:
        facts["wanted"] = date_format(handed.wanted_until, "j F Y")
        return _("May be kept until %(end)s; asked to keep it until %(wanted)s") % facts
    if handed.received_on:
        received = {**facts, "day": date_format(handed.received_on, "j F Y")}
        return _("Received on %(day)s, to be destroyed by %(end)s") % received
    return _("Handed over on %(day)s, to be destroyed by %(end)s; nobody has said yet that it came") % facts
