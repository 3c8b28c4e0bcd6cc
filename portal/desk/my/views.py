from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.desk.my.editing import LISTS, entries_of
from portal.desk.my.entries import entry_of
from portal.desk.my.overview import overview_of
from portal.desk.my.profile_form import ProfileForm
from portal.directory.profiles import keep_profile
from portal.directory.rights import is_editor, is_member


@login_required
@require_safe
def home(request):
    """What waits for this person, what they wrote, what is new for their organisations."""
    return render(request, "my/home.html", overview_of(request))


@login_required
@require_safe
def editing(request, name):
    """One of the lists that editors look after; absent for everybody else."""
    if name not in LISTS or not is_editor(request.user):
        raise Http404
    context = {"title": LISTS[name].title, "entries": entries_of(name, request.user)}
    return render(request, "my/editing.html", context)


@login_required
@require_safe
def entry(request, code):
    """One entry of one's own; absent for whoever may neither write at it nor confirm it."""
    return render(request, "my/own_entry.html", entry_of(request, code))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    """What a member says of themselves; absent for who is no member."""
    if not is_member(request.user):
        raise Http404
    form = ProfileForm(request.POST or None, instance=request.user.member)
    if request.method == "POST" and form.is_valid():
        keep_profile(user=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("my:profile"))
    return render(request, "my/profile.html", {"form": form}, status=400 if form.errors else 200)
