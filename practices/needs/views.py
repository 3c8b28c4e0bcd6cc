from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from portal.access.models import RecordIdentity
from portal.core.refusals import refused_in
from portal.linkage.ends import ends_for
from portal.records.reads import note_read, note_refusal
from practices.needs.mark_form import MarkForm
from practices.needs.marking import mark_match, may_mark
from practices.needs.models import MatchMark
from practices.needs.own_matches import for_our_holdings, for_our_needs


@login_required
@require_safe
def matches(request):
    """New matches for the organisations of who asks: what may fit their needs, and what their data may answer."""
    ours = {"needs": for_our_needs(request.user), "holdings": for_our_holdings(request.user)}
    read = [match for found in ours.values() for match in found if match.is_readable]
    note_read(request, *(end.key for match in read for end in (match.need, match.holding)))
    return render(request, "needs/matches.html", ours)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request, one, other):
    """Says whether a need and a holding fit, by their codes in any order; absent for who may not read both."""
    sides, ends = _pair(request, one, other)
    form = MarkForm(request.POST or None, initial=_said(**sides))
    if request.method == "POST" and form.is_valid() and _marked(form, sides, request.user):
        return HttpResponseRedirect(f"{ends['need'].url}#fits")
    note_read(request, *(side.key for side in sides.values()))
    return render(request, "needs/mark.html", {"form": form, **ends}, status=400 if form.errors else 200)


def _pair(request, one, other):
    """By kind, the identities with these codes and their Ends. Raises Http404 for whoever may not mark the two."""
    codes = [one.upper(), other.upper()]
    sides = {each.kind: each for each in RecordIdentity.objects.filter(code__in=codes)}
    if sides.keys() == {"need", "holding"} and may_mark(request.user, **sides):
        found = ends_for([side.key for side in sides.values()], request.user)
        if len(found) == len(sides):
            return sides, {kind: found[side.key] for kind, side in sides.items()}
    for code in codes:
        note_refusal(request, code=code)
    raise Http404


def _said(need, holding):
    """What was said of the two so far, for the form."""
    return MatchMark.objects.filter(need=need, holding=holding).values("mark", "reason").first()


def _marked(form, sides, user):
    """Whether the mark was kept; what is wrong with it stands in the form."""
    with refused_in(form):
        mark_match(**sides, by=user, **form.cleaned_data)
    return form.is_valid()
