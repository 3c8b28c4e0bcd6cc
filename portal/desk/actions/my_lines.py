"""What of actions waits for a person, on `/my/`."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.actions.queries import of_person, of_spoken_for
from portal.access.readers import reader_of, takes_part
from portal.directory.models import Organisation
from portal.directory.waiting import Line, Place, add_lines

MOST = 20


def register_lines():
    """Makes them known to `/my/`."""
    add_lines("actions", actions)


def actions(user):
    """Each open action that this person does; how many their organisations have; where the calendar is."""
    for each in of_person(user)[:MOST]:
        yield Line(_with_day(each), each.get_absolute_url())
    if count := of_spoken_for(user).count():
        yield Line(_("Open actions of your organisation"), _list_of(user), place=Place.ORGANISATION, count=count)
    if takes_part(user):
        yield Line(_("My actions in my calendar"), reverse("actions:own-calendar"), place=Place.FOLLOWED)


def _with_day(action):
    facts = {"title": action.title, "day": date_format(action.due_on, "j F Y")}
    if late := action.days_late():
        facts["late"] = ngettext("late by %(n)d day", "late by %(n)d days", late) % {"n": late}
        return _("%(title)s – due %(day)s, %(late)s") % facts
    return _("%(title)s – due %(day)s") % facts


def _list_of(user):
    focal = Organisation.objects.filter(pk__in=reader_of(user).deciding.focal_ids).order_by("slug")
    query = urlencode([("organisation", slug) for slug in focal.values_list("slug", flat=True)])
    return f"{reverse('actions:list')}?{query}"
