"""What people searched for: a page for editors, absent for everybody else."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.doors import entitled_only
from portal.desk.reviewing.searches import DAYS, search_report
from portal.directory.rights import ADMIN_PERMISSION


@entitled_only(ADMIN_PERMISSION)
@require_safe
def searches(request):
    return render(request, "reviewing/searches.html", {"days": DAYS, **search_report(request.user)})
