"""Who read details above `members`, and who was refused: written to the audit log after the answer has gone out."""

import logging
from dataclasses import dataclass, field
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import log
from portal.access.services.audit import READ, REFUSED

REFUSALS_A_DAY = 50
"""Lines that one network address, or one person, can add in a day: a machine that guesses cannot fill the log."""
DAY = 24 * 60 * 60
ABOVE_MEMBERS = [level for level in Level if level.rank > Level.MEMBERS.rank]
logger = logging.getLogger(__name__)


@dataclass
class Notes:
    """What one request is to leave in the log."""

    reads: set[UUID] = field(default_factory=set)
    refusals: list[dict] = field(default_factory=list)


def note_read(request, *keys):
    """Notes that the answer shows details of the records with these keys; only those above `members` are logged."""
    if request.method == "GET":
        _notes(request).reads.update(keys)


def note_editing(request, page):
    """Hook of the admin's edit page, which shows its editor the whole record (other pages have no identity)."""
    note_read(request, page.translation_key)


def note_refusal(request, **where):
    """Notes that somebody asked for a record that they may not know of: `where` finds its row (`key`, `code`).

    The row is looked for after the answer, so that a record that exists costs no more than one that does not.
    """
    _notes(request).refusals.append(where)


def audit_log(get_response):
    """Middleware, outside of all that may replace an answer: writes the notes when the answer is closed."""

    def middleware(request):
        response = get_response(request)
        if hasattr(request, "_access_notes"):
            # The server calls close() when all is sent: https://docs.djangoproject.com/en/6.1/ref/request-response/
            response._resource_closers.append(lambda: _write(request))
        return response

    return middleware


def _notes(request):
    if not hasattr(request, "_access_notes"):
        request._access_notes = Notes()
    return request._access_notes


def _write(request):
    notes, by = request._access_notes, getattr(request, "user", None)
    try:
        with transaction.atomic():
            for identity in RecordIdentity.objects.filter(pk__in=notes.reads, details_to__in=ABOVE_MEMBERS):
                log(READ, identity=identity, by=by)
            for where in notes.refusals:
                _write_refusal(request, where, by)
    except Exception:
        # The answer is out already; that the log could not be written must be seen by whoever runs the portal.
        logger.exception("audit log not written")


def _write_refusal(request, where, by):
    identity = RecordIdentity.objects.filter(**where).first()
    if identity is None:
        return
    number = _number_today(request, by)
    if number <= REFUSALS_A_DAY:
        last = {"last_of_today": True} if number == REFUSALS_A_DAY else {}
        log(REFUSED, identity=identity, by=by, **last)


def _number_today(request, by):
    """How many refusals this person, or this network address, has had today, with this one.

    Of an address only a keyed digest is kept, in the cache, whose key changes every day: nobody can be found by it.
    """
    if by is not None and by.is_authenticated:
        who = f"user {by.pk}"
    else:
        address = get_adapter(request).get_client_ip(request)
        who = salted_hmac(f"refusals {timezone.localdate()}", address, algorithm="sha256").hexdigest()
    key = f"refusals:{timezone.localdate()}:{who}".replace(" ", "-")
    # Set anew each time: `incr` of the database cache would let the number lapse after five minutes.
    number = cache.get(key, 0) + 1
    cache.set(key, number, DAY)
    return number
