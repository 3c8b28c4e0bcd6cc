"""The addresses of the portal on a bad day: some answer with an error, one leads elsewhere."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, re_path

from portal.urls import *  # noqa: F403
from portal.urls import urlpatterns as every_day


def broken(request, *args):
    """An error."""
    return HttpResponse(status=503)


def elsewhere(request, *args):
    """Another page."""
    return HttpResponseRedirect("/")


urlpatterns = [
    path("search/", elsewhere),
    path("sitemap.xml", broken),
    re_path(r"^.+\.(atom|csv)$", broken),
    re_path(r"^(fr/|ar/)?r/[^/]+/?$", broken),
    *every_day,
]
