"""Addresses for programs: health, robots, sitemap, and where to report a weakness."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core.health import checked, core_parts
from portal.core.languages import PREFIXED
from portal.home.sitemap import sitemap
from portal.search.engines import engine
from portal.search.query import RecordQuery

NOT_STORED = {"Cache-Control": "no-store"}
NOT_FOR_ROBOTS = ("/admin/", "/django-admin/", "/accounts/", "/search/", "/files/")
SECURITY_TEXT_LASTS = timedelta(days=300)
"""RFC 9116 wants less than a year: https://www.rfc-editor.org/rfc/rfc9116#section-2.5.5"""


@require_safe
def healthz(request):
    """That the process answers; asks nothing of anything else."""
    return HttpResponse("ok", content_type="text/plain", headers=NOT_STORED)


@require_safe
def readyz(request):
    """Whether each part works, 503 when one does not. Names parts and kinds of fault, never hosts or values."""
    parts = [*core_parts(), checked("search", _search)]
    status = 200 if all(part.works for part in parts) else 503
    return JsonResponse({part.name: part.line for part in parts}, status=status, headers=NOT_STORED)


def _search():
    engine().search(RecordQuery(page_size=1), AnonymousUser(), settings.LANGUAGE_CODE)


@require_safe
def robots(request):
    """What programs that read everything are asked to leave out, in each language."""
    prefixes = ("", *(f"/{code}" for code in PREFIXED))
    lines = ["User-agent: *"]
    lines += [f"Disallow: {prefix}{path}" for path in NOT_FOR_ROBOTS for prefix in prefixes]
    lines += ["", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_xml(request):
    """https://www.sitemaps.org/protocol.html"""
    return HttpResponse(sitemap(), content_type="application/xml; charset=utf-8")


@require_safe
def security_txt(request):
    """Who to tell about a weakness (RFC 9116); absent while nobody is named."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = (timezone.now() + SECURITY_TEXT_LASTS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en, fr, ar",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    )
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
