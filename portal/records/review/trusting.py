"""Which organisations are trusted: given and taken by two editors."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.directory.forms import OrganisationField
from portal.records import trust
from portal.records.models import Trust

ACTS = {
    "ask": trust.ask_trust,
    "approve": trust.approve_trust,
    "ask-end": trust.ask_end,
    "approve-end": trust.approve_end,
}
WITH_REASON = ("ask", "ask-end")


class TrustForm(forms.Form):
    organisation = OrganisationField(label=gettext_lazy("Organisation"))
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea({"rows": 2}),
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("For the log, for example “Forty entries in a year, none returned.”"),
    )


class TrustedView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "records/admin/trusted.html"
    page_title = gettext_lazy("Trusted organisations")
    header_icon = "group"

    def get_context_data(self, **kwargs):
        rows = Trust.objects.select_related("organisation", "asked_by", "given_by", "end_asked_by").order_by("asked_at")
        return {"form": TrustForm()} | super().get_context_data(**kwargs) | {"rows": rows}

    def post(self, request, *args, **kwargs):
        act, form = request.POST.get("act"), TrustForm(request.POST)
        if act not in ACTS:
            raise Http404
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        given = {"reason": form.cleaned_data["reason"]} if act in WITH_REASON else {}
        try:
            ACTS[act](organisation=form.cleaned_data["organisation"], by=request.user, **given)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        except PermissionDenied:
            messages.error(request, _("It takes a second editor."))
        return HttpResponseRedirect(request.path)
