"""Changes that went out at once and were chosen to be looked at: one says that one has, or withdraws the entry."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from portal.records.models import Release
from portal.records.trust import look_at

MOST = 50


class LookForm(forms.Form):
    """Which change was looked at, and why its entry is withdrawn, if it is."""

    release = forms.ModelChoiceField(Release.objects.filter(is_sampled=True))
    reason = forms.CharField(required=False)


class SampledView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "records/admin/sampled.html"
    page_title = gettext_lazy("Changes to look at afterwards")
    header_icon = "view"

    def get_context_data(self, **kwargs):
        waiting = Release.objects.filter(is_sampled=True, seen_at=None).select_related("organisation", "by")
        return super().get_context_data(**kwargs) | {"releases": waiting[:MOST]}

    def post(self, request, *args, **kwargs):
        form = LookForm(request.POST)
        if not form.is_valid():
            raise Http404
        release = form.cleaned_data["release"]
        try:
            self._decide(release, form.cleaned_data["reason"])
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        except PermissionDenied:
            messages.error(request, _("Somebody changed this meanwhile. Look at it again."))
        else:
            messages.success(request, _("Decided: “%(title)s”.") % {"title": release.code})
        return HttpResponseRedirect(request.path)

    @transaction.atomic
    def _decide(self, release, reason):
        look_at(release=release, by=self.request.user)
        if "withdraw" in self.request.POST:
            if not reason:
                raise ValidationError(_("Say why."))
            identity = get_object_or_404(RecordIdentity, pk=release.key)
            withdraw_record(identity=identity, by=self.request.user, reason=reason)
