"""Who read details above `members`, and who was refused: written to the audit log after the answer has gone out."""

import logging
from dataclasses import dataclass, field
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.access.services import READ, REFUSED, log

REFUSALS_A_DAY = 50
"""Lines that one network address, or one person, can add in a day: a machine that guesses cannot fill the log."""
DAY = 24 * 60 * 60
ABOVE_MEMBERS = [level for level in Level if level.rank > Level.MEMBERS.rank]
SHOW_A_RECORD = frozenset(f"wagtailadmin_pages:{name}" for name in ("edit", "revisions_revert", "revisions_compare"))
"""Views of the admin that show the details of the record whose primary key is in their address. Previews are not among
them: Wagtail asks for these as for any page."""
COPIES_A_RECORD = "wagtailadmin_pages:copy"
OF_PROGRAMS = "api:"
"""How the names of views begin that answer programs (portal/api)."""
FILE, TABLE, PROGRAM = "file", "table", "program"
WAYS = {
    "records:file": FILE, "transfer:list": TABLE, "transfer:imsma": TABLE, "proceedings:today-file": FILE,
    "proceedings:published-file": FILE, "attending:csv": TABLE,
}  # fmt: skip
"""How somebody read it, by view: what they carry away is said in the line, all else is a page of the portal."""
logger = logging.getLogger(__name__)


@dataclass
class Notes:
    """What one request is to leave in the log."""

    reads: set[UUID] = field(default_factory=set)
    refusals: list[dict] = field(default_factory=list)


def note_read(request, *keys):
    """Notes that the answer shows details of the records with these keys, also where a form comes back with them; only
    those above `members` are logged, which no visitor reads."""
    if keys and request.method != "HEAD" and reader_of(request.user).user_id:
        _notes(request).reads.update(keys)


def note_refusal(request, **where):
    """Notes that somebody asked for a record that they may not know of: `where` finds its row (`key`, `code`).

    The row is looked for after the answer, so that a record that exists costs no more than one that does not.
    """
    _notes(request).refusals.append(where)


def audit_log(get_response):
    """Middleware, outside of all that may replace an answer: writes the notes when the answer is closed."""

    def middleware(request):
        response = get_response(request)
        if request.method == "POST" and response.status_code == 302 and hasattr(request, "_access_notes"):
            # A form that was kept leads on, and shows nothing of what would have come back with it.
            request._access_notes.reads.clear()
        _note_admin_view(request, response)
        # The server calls close() when all is sent: https://docs.djangoproject.com/en/6.1/ref/request-response/
        # Asked then: an answer that is made while it is sent (a file of many rows) notes what it reads until its end.
        response._resource_closers.append(lambda: hasattr(request, "_access_notes") and _write(request))
        return response

    return middleware


def _note_admin_view(request, response):
    """Views of the admin that show an editor a whole record, or versions of it; other pages have no identity."""
    match = request.resolver_match
    if match is not None and _shows(match.view_name, request.method, response.status_code):
        page = match.kwargs.get("page_id") or match.kwargs.get("pk")
        _notes(request).reads.update(Page.objects.filter(pk=page).values_list("translation_key", flat=True))


def _shows(view, method, status):
    """Whether this answer shows a whole record, or hands its text to a copy."""
    return (view in SHOW_A_RECORD and (method, status) == ("GET", 200)) or (
        view == COPIES_A_RECORD and (method, status) == ("POST", 302)
    )


def _notes(request):
    if not hasattr(request, "_access_notes"):
        request._access_notes = Notes()
    return request._access_notes


def _write(request):
    notes, by = request._access_notes, getattr(request, "user", None)
    try:
        refused = _counted_refusals(request, by)
        with transaction.atomic():
            for identity in RecordIdentity.objects.filter(pk__in=notes.reads, details_to__in=ABOVE_MEMBERS):
                log(READ, identity=identity, by=by, **_way(request))
            for identity, number in refused:
                last = {"last_of_today": True} if number == REFUSALS_A_DAY else {}
                log(REFUSED, identity=identity, by=by, **last)
    except Exception:
        # The answer is out already; that the log could not be written must be seen by whoever runs the portal.
        logger.exception("audit log not written")


def _way(request):
    match = request.resolver_match
    if match is None:
        return {}
    way = PROGRAM if match.view_name.startswith(OF_PROGRAMS) else WAYS.get(match.view_name)
    return {"way": way} if way else {}


def _counted_refusals(request, by):
    """Pairs of identity row and its number among today's refusals: those that are still to be logged."""
    rows = [RecordIdentity.objects.filter(**where).first() for where in request._access_notes.refusals]
    numbered = [(identity, _number_today(request, by)) for identity in rows if identity is not None]
    return [(identity, number) for identity, number in numbered if number <= REFUSALS_A_DAY]


def _number_today(request, by):
    """How many refusals this person, or this network address, has had today, with this one; 0 when nobody can tell.

    Of an address only a keyed digest is kept, in the cache, whose key changes every day: nobody can be found by it.
    """
    if by is not None and by.is_authenticated:
        who = f"user {by.pk}"
    else:
        address = get_adapter(request).get_client_ip(request)
        who = salted_hmac(f"refusals {timezone.localdate()}", address, algorithm="sha256").hexdigest()
    key = f"refusals:{timezone.localdate()}:{who}".replace(" ", "-")
    try:
        # A savepoint: the cache may be a table, and its error must not end the transaction around it.
        with transaction.atomic():
            # Set anew each time: `incr` of the database cache would let the number lapse after five minutes.
            number = cache.get(key, 0) + 1
            cache.set(key, number, DAY)
    except Exception:
        logger.exception("refusals not counted")
        return 0
    return number
