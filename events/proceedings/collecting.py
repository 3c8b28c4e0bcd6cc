"""Proceedings of an event, drawn from the entries for one reader."""

import re
from html import unescape

from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.actions.models import FollowUpAction
from events.actions.rights import taken_up
from events.outputs.models import OutputPage
from events.proceedings.arranging import arranged, arrangement_of, introduction_of
from events.proceedings.entries import declared_of, ideas_of
from events.proceedings.materials import contributions_of, links_of_event
from events.proceedings.minutes import minutes_told
from events.proceedings.structure import ActionSaid, OutputSaid, Proceedings, QuestionSaid, SessionSaid
from events.rights import HOSTS
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.linkage.queries import links_of
from portal.records.files import readable_documents

WORKSHOP = "workshop"
END_OF_PARAGRAPH = re.compile(r"</(?:p|li|h2|h3|h4|blockquote)>|<br\s*/?>", re.IGNORECASE)


def proceedings_for(page, user, arrangement=None) -> Proceedings:
    """The Proceedings of an event page, whose details `user` (or a Reader) may read: of everything else that came of
    it only what they may read. In the language of the page; `arrangement` where another one than the kept one is meant.
    A constant number of queries."""
    links, chosen = links_of(page.key, user), arrangement or arrangement_of(page.key)
    return arranged(
        Proceedings(
            key=page.key.hex,
            code=page.identity.code,
            title=title_of(page),
            event_title=page.title,
            lang=page.locale.language_code,
            place=page.place,
            starts_on=_iso(page.starts_on),
            ends_on=_iso(page.ends_on),
            hosts=_hosts(page),
            introduction=introduction_of(page, chosen),
            objectives=tuple(row.text for row in page.objectives.all()),
            questions=tuple(QuestionSaid(row.translation_key.hex, row.text) for row in page.key_questions.all()),
            sessions=tuple(map(_session, sorted(page.sessions.all(), key=lambda row: row.place_in_time))),
            minutes=minutes_told(page, chosen, user),
            contributions=contributions_of(page, user),
            outputs=_outputs(page.key, user),
            declared=declared_of(page.key, links, user),
            ideas=ideas_of(links),
            actions=_actions(page.identity, user),
            links=links_of_event(page),
        ),
        chosen,
    )


def title_of(page) -> str:
    """What its proceedings are called: as the event says, else for a workshop by what such workshops are about."""
    if page.proceedings_title:
        return capfirst(page.proceedings_title)
    if page.event_format and page.event_format.key == WORKSHOP:
        return _("Leveraging one another’s data: current practice and opportunities")
    return _("Proceedings of “%(event)s”") % {"event": page.title}


def paragraphs_of(rich) -> tuple[str, ...]:
    """The words of a rich text, paragraph by paragraph. Of links only the words stay: they may lead to what a reader
    may not know of."""
    parts = (" ".join(unescape(strip_tags(part)).split()) for part in END_OF_PARAGRAPH.split(rich or ""))
    return tuple(part for part in parts if part)


def _hosts(page):
    rows = page.organisations.select_related("organisation", "role").order_by("sort_order")
    return tuple(dict.fromkeys(row.organisation.name for row in rows if row.role.key in HOSTS))


def _session(row):
    hours = "–".join(f"{hour:%H:%M}" for hour in (row.starts_at, row.ends_at) if hour)
    return SessionSaid(
        key=row.translation_key.hex,
        title=row.title,
        day=_iso(row.day),
        hours=hours,
        part="" if hours else row.part_of_day,
        question=row.question,
        objective=row.objective,
        expected_output=row.expected_output,
        speakers=row.facilitators,
        about=_lines(row.description),
        topics=_lines(row.topics),
    )


def _lines(text):
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _outputs(key, user):
    """Those whose details the reader may read, each once and in the reader's language where it is; in the order in
    which they were written down, which is that of the report back, and not in that of their review."""
    pages = OutputPage.objects.filter(event=key).visible_to(user, Zone.DETAILS)
    ordered = pages.select_related("locale", "barrier_kind", "document").order_by("pk")
    found = {}
    for page in ordered:
        if page.key not in found or page.locale.language_code == reading_language():
            found[page.key] = page
    codes = dict(RecordIdentity.objects.filter(pk__in=found).values_list("pk", "code"))
    open_ids = readable_documents({page.document_id for page in found.values() if page.document_id}, user)
    return tuple(_output(page, codes[page.key], open_ids) for page in found.values())


def _output(page, code, open_ids):
    text = paragraphs_of(page.text)
    return OutputSaid(
        key=page.key.hex,
        code=code,
        what=page.what,
        title=page.title,
        lang=page.locale.language_code,
        text=() if text == (page.title,) else text,
        session=page.session.hex if page.session else "",
        question=page.question.hex if page.question else "",
        barrier=page.barrier_kind.key if page.barrier_kind else "",
        file=page.document.file.name if page.document_id in open_ids else "",
    )


def _actions(event, user):
    """Those that were agreed at the event or ever stood on its list, and that who runs it made or took up, by the day
    on which they are due."""
    agreed = taken_up(FollowUpAction.objects.ever_at([event.key]), event)
    rows = agreed.visible_to(user).select_related("organisation", "locale")
    return tuple(
        ActionSaid(
            key=row.key.hex,
            code=row.code,
            title=row.title,
            lang=row.locale.language_code,
            organisation=row.organisation.short_name,
            due_on=_iso(row.due_on),
            state=row.state,
        )
        for row in rows.order_by("due_on", "code")
    )


def _iso(day):
    return day.isoformat() if day else ""
