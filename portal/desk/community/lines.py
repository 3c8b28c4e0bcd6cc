"""The lines of `/my/` about following and discussions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.community.following import followed
from portal.community.moderating import reported
from portal.community.saved import path_of, saved_by
from portal.directory.rights import is_editor
from portal.directory.waiting import Line, Place, add_lines


def register_lines():
    """Makes them known to `/my/`."""
    add_lines("follows", follows)
    add_lines("reported posts", reported_posts)


def follows(user):
    """What one follows and keeps, and where that is ended."""
    lines = [Line(end.title, end.url, place=Place.FOLLOWED) for end in followed(user)]
    lines += [Line(search.name, path_of(search), place=Place.FOLLOWED) for search in saved_by(user)]
    if lines:
        yield from lines
        yield Line(_("What you follow"), reverse("community:follows"), place=Place.FOLLOWED)


def reported_posts(user):
    """What members reported, for editors."""
    if is_editor(user) and (count := reported().count()):
        yield Line(_("Reported posts"), reverse("community:reported"), count=count)
