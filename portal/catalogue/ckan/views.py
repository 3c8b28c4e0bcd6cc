"""The door for clients of CKAN. What they send is read and never written; whoever asks gets what a visitor gets."""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.catalogue.index import catalogue

from .actions import ACTIONS
from .errors import ActionError, ForbiddenError
from .parameters import parameters_of

WRITES = ("_create", "_update", "_patch", "_delete", "_purge", "_revise", "_invite", "_upsert", "_reorder")


# Nothing is written, and no session counts: there is nothing that another site could make somebody do.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def action(request, name):
    """An action by its name, with its parameters in the address or as an object in the body."""
    help_url = f"{settings.SITE_URL}/api/3/action/help_show?name={name}"
    try:
        result = _called(name, request)
    except ActionError as refused:
        answer = {"help": help_url, "success": False, "error": {"__type": refused.kind, **refused.told}}
        return _answered(answer, refused.status)
    return _answered({"help": help_url, "success": True, "result": result}, 200)


def _called(name, request):
    if name in ACTIONS:
        return ACTIONS[name](catalogue(), parameters_of(request))
    if name.endswith(WRITES):
        raise ForbiddenError(_("Nothing can be written by this way."))
    known = {"name": name, "known": ", ".join(ACTIONS)}
    raise ActionError(_("You can call %(known)s. There is no action “%(name)s”.") % known)


@require_safe
def versions(request):
    """Which version of the API answers."""
    return _answered({"version": 3}, 200)


@require_safe
def dataset(request, name):
    """Where CKAN has the page of a dataset: leads to that of the holding."""
    found = catalogue().find(name)
    if found is None:
        raise Http404
    return HttpResponseRedirect(f"/r/{found.code}")


def _answered(answer, status):
    response = JsonResponse(answer, status=status, json_dumps_params={"ensure_ascii": False})
    response["X-Robots-Tag"] = "noindex"
    return response
