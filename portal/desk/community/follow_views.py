from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.community.following import follow, followed, stop_following
from portal.community.rights import may_follow
from portal.community.saved import path_of, saved_by
from portal.core.limits import limited
from portal.desk.by_code import identity_for
from portal.desk.community.doors import for_community
from portal.records.addresses import address_of


@for_community
@require_safe
def follows(request):
    """What one follows and keeps, to see and to end."""
    searches = [(search, path_of(search)) for search in saved_by(request.user)]
    return render(request, "community/follows.html", {"ends": followed(request.user), "searches": searches})


@for_community
@require_POST
@limited("follow")
def follow_entry(request, code):
    """Begins or ends following an entry, and leads back to it; absent for who may not know of it."""
    identity = identity_for(request, code, may_follow)
    if request.POST.get("stop"):
        stop_following(user=request.user, identity=identity)
        messages.success(request, _("You do not follow it any more."))
    else:
        follow(user=request.user, identity=identity)
        messages.success(request, _("You follow it: you hear when it changes and what is asked about it."))
    return HttpResponseRedirect(address_of(identity))
