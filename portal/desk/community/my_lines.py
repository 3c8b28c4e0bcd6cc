"""What following and discussions say on `/my/`, and what of them waits for editors."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.community.following import followed
from portal.community.moderating import reported_to
from portal.community.rights import may_rule
from portal.community.saved import path_of, saved_by
from portal.community.unanswered import unanswered_for
from portal.desk.reviewing import week
from portal.directory.waiting import Line, Place, add_lines

REPORT = "report"


def register_lines():
    """Makes them known to `/my/` and to the editors' week."""
    add_lines("questions", questions)
    add_lines("follows", follows)
    week.add_decisions(REPORT, gettext_lazy("A member reported a post"), reported_posts)


def questions(user):
    """Questions about what this person wrote or speaks for, that nobody has answered."""
    for end, asked_at in unanswered_for(user):
        text = _("A question about “%(title)s”") % {"title": end.title}
        yield Line(text, reverse("community:discussion", args=[end.code]), since=asked_at)


def follows(user):
    """What one follows and keeps, and where that is ended."""
    lines = [Line(end.title, end.url, place=Place.FOLLOWED) for end in followed(user)]
    lines += [Line(search.name, path_of(search), place=Place.FOLLOWED) for search in saved_by(user)]
    if lines:
        yield from lines
        yield Line(_("What you follow"), reverse("community:follows"), place=Place.FOLLOWED)


def reported_posts(user):
    """Of the editors' week: each post that members reported and about which this editor can decide."""
    path = reverse("community:reported")
    ends = [end for post, end in reported_to(user) if may_rule(user, post)]
    return [week.Decision(REPORT, end.code, path) for end in ends[: week.MOST]]
