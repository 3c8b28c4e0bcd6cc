from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.access.readers import reader_of
from portal.desk.my.log_file import log_of, reads_file, shown_lines
from portal.desk.my.named import naming
from portal.desk.my.our_data import entries
from portal.desk.my.seen_by import EVERYBODYS, given_access, organisations_to_look_through, reader_to_look_through
from portal.desk.my.withdrawn import withdrawn_of
from portal.directory.models import Organisation
from portal.directory.rights import is_editor

ON_A_PAGE = 50


@login_required
@require_safe
def our_data(request):
    """Every published entry that names one organisation; absent for who neither belongs to it nor is an editor."""
    organisation = _organisation(request)
    seen_as = request.GET.get("as", "")[:20]
    seen_by, name = reader_to_look_through(seen_as, request.user)
    pages = Paginator(naming(organisation, request.user).select_related("owner", "custodian"), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    reader = reader_of(request.user)
    found = entries(list(page), organisation, request.user, seen_by)
    context = {
        "organisation": organisation,
        "others": Organisation.objects.filter(pk__in=reader.organisation_ids - {organisation.pk}),
        "by_others": [each for each in found if not each.is_own],
        "by_us": [each for each in found if each.is_own],
        "withdrawn": withdrawn_of(organisation, request.user) if page.number == 1 else [],
        "page": page,
        "seen_as": seen_as if seen_by is not None else "",
        "seen_name": name,
        "seen_as_first": given_access(organisation, request.user),
        "seen_as_any": organisations_to_look_through(request.user),
        "pages_as": seen_as if seen_as in EVERYBODYS else "",
        "sees_log": organisation.pk in reader.focal_ids,
    }
    return render(request, "my/our_data.html", context)


@login_required
@require_safe
def who_read(request):
    """The log as a page, for who speaks for the organisation; absent for everybody else, editors too."""
    organisation = _spoken_for(request)
    page = Paginator(log_of(organisation), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"organisation": organisation, "lines": shown_lines(list(page), request.user), "page": page}
    return render(request, "my/who_read.html", context)


@login_required
@require_safe
def reads(request):
    """The same as a file."""
    return reads_file(_spoken_for(request), request.user)


def _spoken_for(request):
    """That one, where this person speaks for it. Raises Http404."""
    organisation = _organisation(request)
    if organisation.pk not in reader_of(request.user).focal_ids:
        raise Http404
    return organisation


def _organisation(request):
    """The one that the address names, else the first to which this person belongs. Raises Http404."""
    mine = reader_of(request.user).organisation_ids
    found = Organisation.objects.live()
    if code := request.GET.get("organisation", "")[:20]:
        found = found.filter(code=code.upper())
        found = found if is_editor(request.user) else found.filter(pk__in=mine)
    else:
        found = found.filter(pk__in=mine)
    if (first := found.first()) is None:
        raise Http404
    return first
