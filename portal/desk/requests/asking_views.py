""" "Ask for this data": about an entry, or of an organisation that lists none."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.access.readers import reader_of
from portal.core.form_keys import FormKeyField
from portal.core.limits import limited
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.by_code import identity_for
from portal.directory.models import Organisation
from portal.linkage.ends import ends_for
from practices.requests import services
from practices.requests.enums import Subject
from practices.requests.forms import AskForm
from practices.requests.services.asking import may_ask_organisation, subjects_for
from practices.requests.whom import asked

ORGANISATION = "organisation"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("ask")
def ask(request, code):
    """The form of a request about an entry, or to an organisation, by its code; absent for who may not know of it."""
    identity = identity_for(request, code, lambda user, found: found.pk in ends_for([found.pk], user))
    organisation = Organisation.objects.filter(key=identity.pk).first() if identity.kind == ORGANISATION else None
    subjects = _subjects(request.user, identity, organisation)
    end = ends_for([identity.pk], request.user)[identity.pk]
    if not subjects:
        return render(request, "requests/cannot_ask.html", {"end": end, **_why_not(request.user)}, status=403)
    subject = _chosen(request, subjects)
    if subject is None:
        return render(request, "requests/which.html", {"end": end, "subjects": subjects})
    form = _form(request, identity, organisation, subject)
    if request.method == "POST" and form.is_valid():
        sent = _sent(request, form, identity, organisation)
        if sent is not None:
            messages.success(request, _("Sent. You hear by mail when they answer."))
            return HttpResponseRedirect(sent.get_absolute_url())
    context = {
        "form": form,
        "end": end,
        "is_details": subject == Subject.DETAILS,
        "asked": list(_asked([subject], identity, organisation)),
    }
    return render(request, "requests/ask.html", context, status=400 if form.errors else 200)


def _subjects(user, identity, organisation):
    if organisation is None:
        return subjects_for(user, identity)
    return [Subject.DATA] if may_ask_organisation(user, organisation) else []


def _chosen(request, subjects):
    """The Subject that the address or the form names, or the only one; None while it is to be chosen."""
    named = request.POST.get("subject") or request.GET.get("subject")
    return next((each for each in subjects if each == named or len(subjects) == 1), None)


def _why_not(user):
    """What keeps somebody from asking: that they write in no organisation's name, or that nobody can be asked."""
    reader = reader_of(user)
    return {"is_alone": not reader.deciding.organisation_ids, "is_member": reader.is_member}


def _form(request, identity, organisation, subject):
    mine = reader_of(request.user).deciding.organisation_ids
    about = None if organisation else identity
    asked_ones = asked(subject, about, organisation).keys
    form = AskForm(
        request.POST or None,
        subject=subject,
        organisations=sorted(mine - asked_ones) or sorted(mine),
        is_listed=organisation is None,
    )
    form.fields["key"] = FormKeyField(request.user, "request")
    return form


def _sent(request, form, identity, organisation):
    """The DataRequest; None when something is wrong, which then stands in the form."""
    about = None if organisation else identity
    with refused_is_absent(), refused_in(form):
        return services.ask(by=request.user, about=about, organisation=organisation, **form.cleaned_data)


def _asked(subjects, identity, organisation):
    """Who is asked, for each Subject that is offered: pairs of the subject's words and the names."""
    for each in subjects:
        parties = asked(each, None if organisation else identity, organisation)
        names = dict.fromkeys(party.name for party in (parties.owner, parties.keeper) if party)
        yield each.label, tuple(names), parties.days
