from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from portal.community.feeds import end_feed, open_feed
from portal.community.saved import end_search, follow_news, kind_of_list, save_search, saved_by
from portal.core.limits import limited
from portal.core.refusals import refused_in
from portal.desk.community.doors import for_community
from portal.desk.community.forms import SearchForm

LIST = "list"
"""The parameter that says in which list was searched; all others are those of that list."""


@for_community
@require_http_methods(["GET", "HEAD", "POST"])
@limited("follow")
def save(request):
    """Keeps the search that the address holds, under a name."""
    parameters = request.GET.copy()
    kind = kind_of_list(parameters.pop(LIST, ["search"])[0])
    if kind is None:
        raise Http404
    form = SearchForm(request.POST or None, initial={"name": parameters.get("q", "")[:120]})
    if request.method == "POST" and form.is_valid() and _saved(request.user, form, kind, parameters):
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("community:follows"))
    return render(request, "community/save_search.html", {"form": form}, status=400 if form.errors else 200)


def _saved(user, form, kind, parameters):
    """Whether it is kept; what is wrong with it stands in the form."""
    with refused_in(form):
        save_search(user=user, kind=kind, parameters=parameters, **form.cleaned_data)
    return form.is_valid()


@for_community
@require_POST
@limited("follow")
def change(request, key):
    """What a button beside one's own search does: ends it, has its news told or not, opens or ends its feed."""
    search = get_object_or_404(saved_by(request.user), key=key)
    action, said = CHANGES.get(request.POST.get("action"), (None, ""))
    if action is None:
        raise Http404
    action(search)
    messages.success(request, said)
    return HttpResponseRedirect(reverse("community:follows"))


CHANGES = {
    "end": (end_search, gettext_lazy("The search is kept no longer.")),
    "tell": (partial(follow_news, is_followed=True), gettext_lazy("You will be told of what is new in it.")),
    "silent": (partial(follow_news, is_followed=False), gettext_lazy("You will not be told of what is new in it.")),
    "open feed": (open_feed, gettext_lazy("Its feed is open: whoever has the address reads it.")),
    "end feed": (end_feed, gettext_lazy("Its feed is closed: the old address leads nowhere.")),
}
