"""The lines of `/my/` that are the desk's own; other apps add theirs to the same registry."""

from django.urls import reverse
from django.utils.translation import gettext as _

from case_studies.replicating import due_for
from portal.core.marks import mark_of
from portal.desk.my.editing import LISTS, looked_after
from portal.desk.reviewing import week
from portal.directory.joining import waiting_for
from portal.directory.rights import is_editor
from portal.directory.waiting import Line, Place, add_lines
from portal.linkage.ends import ends_for
from practices.needs.own_matches import for_our_holdings, for_our_needs


def register_lines():
    """Makes the desk's own lines known."""
    add_lines("requests to join", requests_to_join)
    add_lines("editors' week", editors_week)
    add_lines("inviting", inviting)
    add_lines("editing", editing)
    add_lines("uses", uses)
    add_lines("matches", matches)


def requests_to_join(user):
    """For who speaks for an organisation: editors find them in their week."""
    if not is_editor(user) and (count := waiting_for(user).count()):
        yield Line(_("Requests to join that you can decide"), reverse("joining:requests"), count=count)


def editors_week(user):
    """All that waits for editors, as one line: always there, since it leads to the review queue, too."""
    if is_editor(user):
        count = len(week.decisions_for(user))
        place = Place.MINE if count else Place.EDITORS
        yield Line(_("What waits for editors"), reverse("reviewing:week"), place=place, count=count)


def inviting(user):
    """Editors invite anybody; who speaks for an organisation does so on the page of its people."""
    if is_editor(user):
        yield Line(_("Invite"), reverse("joining:invitations"), place=Place.EDITORS)


def editing(user):
    """What is old or stands alone, for editors: each count leads to its list."""
    if not is_editor(user):
        return
    known = looked_after(user)
    for name, each in LISTS.items():
        if count := each.keys(known).count():
            yield Line(each.title, reverse("my:editing", args=[name]), place=Place.EDITORS, count=count)


def uses(user):
    """What this person used and is now asked about."""
    due = list(due_for(user))
    ends = ends_for({each.case_id for each in due}, user)
    for each in due:
        if (end := ends.get(each.case_id)) is not None:
            text = _("You used “%(title)s”: what came of it?") % {"title": end.title}
            yield Line(text, reverse("my:outcome", args=[end.code, mark_of(each)]), since=each.due_on)


def matches(user):
    """New matches of the organisations of this person."""
    if count := len(for_our_needs(user)) + len(for_our_holdings(user)):
        yield Line(_("Matches for your organisation"), reverse("matches:list"), place=Place.ORGANISATION, count=count)
