"""Proceedings of an event, drawn from the entries for one reader."""

import re
from html import unescape

from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from events.actions.models import FollowUpAction
from events.outputs.models import OutputPage
from events.proceedings.arranging import arranged, introduction_of
from events.proceedings.structure import ActionSaid, EntrySaid, OutputSaid, Proceedings, QuestionSaid, SessionSaid
from events.rights import HOSTS
from events.standing import declared_at
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.linkage.ends import ends_for
from portal.linkage.queries import links_of

WORKSHOP = "workshop"
CAME_FROM = frozenset({"presented_at", "results_from"})
DECLARED = ("holding", "need")
IDEA = "idea"
END_OF_PARAGRAPH = re.compile(r"</(?:p|li|h2|h3|h4|blockquote)>|<br\s*/?>", re.IGNORECASE)


def proceedings_for(page, user, arrangement=None) -> Proceedings:
    """The Proceedings of an event page, whose details `user` (or a Reader) may read: of everything else that came of
    it only what they may read. In the language of the page; `arrangement` where another one than the kept one is meant.
    A constant number of queries."""
    links = links_of(page.key, user)
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
            introduction=introduction_of(page),
            objectives=tuple(row.text for row in page.objectives.all()),
            questions=tuple(QuestionSaid(row.translation_key.hex, row.text) for row in page.key_questions.all()),
            sessions=tuple(map(_session, sorted(page.sessions.all(), key=lambda row: row.place_in_time))),
            outputs=_outputs(page.key, user),
            declared=_entries(links, DECLARED, declared_at({page.key}), user),
            ideas=_entries(links, (IDEA,)),
            actions=_actions(page.key, user),
        ),
        arrangement,
    )


def title_of(page) -> str:
    """What its proceedings are called: as the event says, else for a workshop by what such workshops are about."""
    if page.proceedings_title:
        return page.proceedings_title
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
    )


def _outputs(key, user):
    """Those whose details the reader may read, each once and in the reader's language where it is; in the order in
    which they were written down, which is that of the report back, and not in that of their review."""
    pages = OutputPage.objects.filter(event=key).visible_to(user, Zone.DETAILS).select_related("locale")
    ordered = pages.order_by("pk")
    found = {}
    for page in ordered:
        if page.key not in found or page.locale.language_code == reading_language():
            found[page.key] = page
    codes = _codes(found, user)
    return tuple(_output(page, codes[page.key]) for page in found.values() if page.key in codes)


def _codes(keys, user):
    return dict(RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=keys).values_list("pk", "code"))


def _output(page, code):
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
    )


def _entries(links, kinds, pairs=(), user=None):
    """The entries of these kinds that were presented at the event, result from it or were born there, and those of the
    `pairs` of `declared_at`. Who makes a link must let its details be read; so what is said by the other end is asked
    of its details."""
    found = {}
    for link in links:
        if link.end.kind in kinds and (link.kind in CAME_FROM or link.kind.endswith(":born_event")):
            said = _entry(link.end, Zone.DETAILS if link.is_incoming else Zone.CARD)
            # Learned of in two ways, it may be told by the wider one.
            if said.key not in found or said.zone < found[said.key].zone:
                found[said.key] = said
    for end in _readable({key for _event, key in pairs}, user):
        if end.kind in kinds:
            found.setdefault(end.key.hex, _entry(end, Zone.DETAILS))
    return tuple(sorted(found.values(), key=lambda each: (kinds.index(each.kind), each.title, each.code)))


def _entry(end, zone):
    return EntrySaid(end.key.hex, end.code, end.kind, end.title, end.lang, int(zone))


def _readable(keys, user):
    """The Ends of published entries whose details the reader may read."""
    ends, read = ends_for(keys, user), _codes(keys, user)
    return [end for key, end in ends.items() if key in read]


def _actions(key, user):
    """Those that were agreed at the event or ever stood on its list, by the day on which they are due."""
    ever = Q(origin_event=key) | Q(carried_to=key) | Q(updates__from_event=key)
    rows = FollowUpAction.objects.filter(ever).visible_to(user).distinct().select_related("organisation", "locale")
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
