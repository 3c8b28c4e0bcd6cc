"""An entry shown as others see it: one way to look through other eyes, for drafts and for what is published."""

from copy import copy

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.access.enums import Level, TextSensitivity
from portal.access.readers import VISITOR, Reader
from portal.access.services import if_granted, with_levels
from portal.records.reads import note_read


def seen_through(request, reader, identity, *notes):
    """A copy of the request for which a page is shown as `reader` (a Reader) sees it, with nobody signed in; a visitor
    is whoever nobody is.

    `identity` is the row that says what is open to whom; `preview_notes` of the copy are sentences, which
    `answer_seen` and the editor's preview show above the page.
    """
    seen = copy(request)
    seen.user = AnonymousUser() if reader == VISITOR else reader
    seen.is_preview, seen.record_identity, seen.preview_notes = True, identity, list(notes)
    return seen


def answer_seen(seen, page):
    """The answer that shows the page to a request made by `seen_through`, with its notes."""
    return render(seen, page.get_template(seen), {**page.get_context(seen), "messages": seen.preview_notes})


def as_readers(request, page, identity, with_wish=True):
    """A copy of the request for which `page`, a draft, is shown as those see it who may read all of it once it is
    published: visitors where it is to be public, else a member. With `with_wish`, as they will when what is asked for
    is granted.

    Of other entries such a reader sees what they may know of.
    """
    asked = if_granted(identity) if with_wish else identity
    is_public = asked.listed_to == Level.PUBLIC
    reader, levels = VISITOR, asked
    if not is_public:
        reader = Reader(user_id=request.user.pk, is_member=True)
        levels = with_levels(asked, Level.MEMBERS, Level.MEMBERS, TextSensitivity.LOW)
    page.live = True
    said = (_sentence(is_public), _levels(asked, is_wish=asked is not identity))
    return seen_through(request, reader, levels, *said)


def as_readers_for_review(request, page):
    """The same for an editor, with the way back to the review of what waits."""
    note_read(request, page.key)
    waits = page.workflow_in_progress
    seen = as_readers(request, page, page.identity)
    if waits:
        # Out of the frame in which the editor's form shows a preview.
        seen.preview_notes.append(way_back(reverse("records_admin:review", args=[page.pk]), _("Back to the review")))
    return seen


def way_back(url, label):
    """A link as HTML."""
    return format_html('<a href="{}" target="_top">{}</a>', url, label)


def _sentence(is_public):
    if is_public:
        return _("Preview. This is what visitors would see.")
    return _("Preview. Visitors would not see it; this is what those see who may read all of it.")


def _levels(levels, is_wish):
    """Who may know of it and who may read it."""
    colon = pgettext("before an explanation", ": ")
    know = _("Asked for: may know that it exists") if is_wish else _("Now: may know that it exists")
    read = _("Asked for: may read all of it") if is_wish else _("Now: may read all of it")
    pairs = ((know, levels.listed_to), (read, levels.details_to))
    return " ".join(f"{said}{colon}{Level(level).label}." for said, level in pairs)
