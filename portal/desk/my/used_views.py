"""Who used a case study or a practice, the form to say so, and the one to say what came of it."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from case_studies.models import Outcome
from case_studies.replicating import may_replicate, replications_of, say_used, tell_outcome
from portal.core.marks import marked
from portal.core.open_words import OpenWords
from portal.desk.by_code import identity_for
from portal.desk.my.writers import people_without_names
from portal.linkage.ends import ends_for
from portal.records.reads import note_read
from portal.taxonomy.choosers import TermChoiceField
from portal.taxonomy.models import Country

TEXT = {"max_length": 1000, "widget": forms.Textarea(attrs={"rows": 4})}


class UsedForm(OpenWords, forms.Form):
    """Where and how one did what the entry tells."""

    country = TermChoiceField(
        Country, required=False, label=gettext_lazy("Country"), empty_label=gettext_lazy("No single country")
    )
    what = forms.CharField(
        label=gettext_lazy("What you did"),
        help_text=gettext_lazy("For example “We gave our clearance data to the education cluster by district.”"),
        **TEXT,
    )


class OutcomeForm(OpenWords, forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(label=gettext_lazy("What came of it?"), choices=Outcome, widget=forms.RadioSelect)
    outcome_note = forms.CharField(
        label=gettext_lazy("In a sentence or two"),
        required=False,
        help_text=gettext_lazy("For example “Forty schools were checked; the format had to be made coarser.”"),
        **TEXT,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def used(request, code):
    """Who used the entry, and the form to say that one did; absent for who may not read it, and for visitors."""
    identity, end = _entry(request, code)
    form = UsedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        say_used(identity=identity, by=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. In six months you are asked what came of it."))
        return HttpResponseRedirect(reverse("my:used", args=[end.code]))
    rows = list(replications_of(identity))
    called = people_without_names({row.said_by_id for row in rows if row.said_by_id}, request.user)
    uses = [(row, called.get(row.said_by_id, "")) for row in rows]
    context = {"form": form, "end": end, "uses": uses}
    return render(request, "my/used.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request, code, mark):
    """The one form in which who used the entry says what came of it; absent for everybody else."""
    identity, end = _entry(request, code)
    replication = marked(replications_of(identity).filter(said_by=request.user), mark)
    if replication is None:
        raise Http404
    form = OutcomeForm(request.POST or None, initial=vars(replication))
    if request.method == "POST" and form.is_valid():
        tell_outcome(replication=replication, by=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Others can read it beside the entry."))
        return HttpResponseRedirect(reverse("my:home"))
    context = {"form": form, "end": end, "replication": replication}
    return render(request, "my/outcome.html", context, status=400 if form.errors else 200)


def _entry(request, code):
    """The identity and the End of a published entry that this member may read. Raises Http404."""
    identity = identity_for(request, code, may_replicate)
    end = ends_for([identity.pk], request.user).get(identity.pk)
    if end is None:
        raise Http404
    note_read(request, identity.pk)
    return identity, end
