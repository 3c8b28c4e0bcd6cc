"""What became of the actions of an event, and what is carried over to it."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from events.actions.figures import figures_of
from events.actions.models import FollowUpAction
from events.actions.queries import actions_of_event, carried_from, events_with_open_actions
from events.actions.reading import rows_of
from events.actions.rights import changeable, runs
from events.actions.services import carry_over
from portal.access.enums import Action
from portal.access.policy import can
from portal.core.codes import codes_in
from portal.core.limits import limited
from portal.core.refusals import refused_is_absent
from portal.desk.by_code import identity_for
from portal.linkage.ends import ends_for

MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@limited("action")
def of_event(request, code):
    """For who may know of the event; who runs it carries open actions that they may change over to it."""
    identity = identity_for(request, code, _may_know)
    end = ends_for([identity.pk], request.user).get(identity.pk)
    if end is None:
        raise Http404
    if request.method == "POST":
        return _carried(request, identity)
    return render(request, "actions/of_event.html", {"end": end, **_context(request, identity)})


def _may_know(user, identity):
    return identity.kind == "event" and can(user, Action.KNOW, identity)


def _context(request, identity):
    user, is_running = request.user, runs(request.user, identity)
    here = rows_of(actions_of_event(identity.pk, user)[:MOST], user)
    gone = rows_of(carried_from(identity.pk, user)[:MOST], user)
    context = {"figures": figures_of(identity.pk, user), "rows": list(here.values()), "gone": list(gone.values())}
    return {**context, "may_carry": is_running, **(_to_carry(request, identity) if is_running else {})}


def _to_carry(request, identity):
    """The events from which something may be carried over, and the open actions of the one that is chosen."""
    user, chosen = request.user, request.GET.get("from", "").upper()
    events = list(events_with_open_actions(user, before=identity.pk)[:MOST])
    ends = ends_for([each.pk for each in events], user)
    picked = next((each for each in events if each.code == chosen and each.pk in ends), None)
    rows = rows_of(actions_of_event(picked.pk, user).open()[:MOST], user) if picked else {}
    to_carry = [row for row in rows.values() if row.may_change]
    return {"events": list(ends.values()), "chosen": picked and picked.code, "to_carry": to_carry}


def _carried(request, identity):
    codes = codes_in(request.POST.getlist("a")[:MOST])
    found = list(FollowUpAction.objects.visible_to(request.user).filter(code__in=codes))
    mine = changeable(found, request.user)
    actions = [each for each in found if each.pk in mine]
    with refused_is_absent():
        count = len(carry_over(actions=actions, to_event=identity, by=request.user))
    said = ngettext("%(n)d action was carried over.", "%(n)d actions were carried over.", count)
    messages.success(request, said % {"n": count})
    return HttpResponseRedirect(reverse("actions:of-event", args=[identity.code]))
