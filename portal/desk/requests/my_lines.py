"""What requests say on `/my/`, and what of them waits for editors."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.desk.reviewing import week
from portal.directory.rights import is_editor
from portal.directory.waiting import Line, Place, add_lines
from portal.linkage.ends import ends_for
from practices.requests.handed import to_destroy, to_hand_over, to_receive
from practices.requests.lists import answered_meanwhile, to_agree, to_answer
from practices.requests.models import DataRequest

AGREE = "agree"


def register_lines():
    """Makes them known to `/my/` and to the editors' week."""
    add_lines("requests", requests)
    week.add_decisions(AGREE, gettext_lazy("An entry is to be opened to somebody: a second person"), agreements)


def requests(user):
    """Each request to answer; those where more is wanted; the list of all."""
    if DataRequest.objects.visible_to(user).exists():
        yield from _own(user)
    if is_editor(user) and (count := DataRequest.objects.open().count()):
        yield Line(_("Requests: how far and how old"), reverse("requests:progress"), place=Place.EDITORS, count=count)


def _own(user):
    """Of somebody who stands on a side of some request."""
    waiting = list(to_answer(user))
    ends = ends_for({each.about_id for each in waiting} - {None}, user)
    for each in waiting:
        facts = {"code": each.code, "day": date_format(each.answer_due_on, "j F Y")}
        text = _("Answer request %(code)s by %(day)s") % facts
        if about := ends.get(each.about_id):
            text = _("Answer request %(code)s by %(day)s: %(title)s") % {**facts, "title": about.title}
        yield Line(text, each.get_absolute_url(), since=each.asked_at, act=_("Answer"))
    for each in answered_meanwhile(user):
        text = _("They want to know more about your request %(code)s") % {"code": each.code}
        yield Line(text, each.get_absolute_url(), since=each.state_since, act=_("Answer"))
    yield from _handed(user)
    yield Line(_("Requests: asked, answered"), reverse("requests:list"), place=Place.ORGANISATION)


def _handed(user):
    """What is to be said of data that were approved, by either side."""
    for each in to_hand_over(user):
        text = _("Request %(code)s is approved: were the data handed over?") % {"code": each.code}
        yield Line(text, each.get_absolute_url(), since=each.state_since, act=_("Say that it was handed over"))
    for each in to_receive(user):
        text = _("Request %(code)s: did the data come?") % {"code": each.code}
        yield Line(text, each.get_absolute_url(), since=each.delivery.delivered_on, act=_("Say that it came"))
    for each in to_destroy(user):
        facts = {"code": each.code, "day": date_format(each.delivery.keep_until, "j F Y")}
        text = _("Request %(code)s: the data are to be destroyed by %(day)s") % facts
        yield Line(text, each.get_absolute_url(), act=_("Say that it is destroyed"))


def agreements(user):
    """Of the editors' week: each approval that waits for a second person."""
    path = reverse("requests:progress")
    return [week.Decision(AGREE, each.request.code, path) for each in to_agree(user)[: week.MOST]]
