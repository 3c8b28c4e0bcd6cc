"""The administrators' view that merges two organisations. It stands here since it reaches what records say of them."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from portal.directory.choosers import organisation_chooser
from portal.directory.forms import OrganisationField
from portal.directory.models import Organisation
from portal.records.merging import merge_organisations, uses_of_organisation


class MergeForm(forms.Form):
    """Into which organisation, and why."""

    keep = OrganisationField(
        widget=organisation_chooser.widget_class,
        label=gettext_lazy("Merge into"),
        help_text=gettext_lazy("The one that stays."),
    )
    reason = forms.CharField(
        widget=forms.Textarea({"rows": 2}),
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("For the log: how you know that the two are one, for example “Same office, new name”."),
    )


class MergeView(FormView):
    """Says what would move, asks where to, and does it; a plain form. For administrators."""

    form_class = MergeForm
    template_name = "directory/merge_organisation.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        self.organisation = get_object_or_404(Organisation, pk=kwargs["pk"])
        if self.organisation.merged_into_id:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            keep = merge_organisations(drop=self.organisation, by=self.request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            return self.form_invalid(form)
        sentence = _("“%(dropped)s” was merged into “%(kept)s”.")
        messages.success(self.request, sentence % {"dropped": self.organisation.name, "kept": keep.name})
        return redirect("organisations:edit", keep.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page_title=_("Merge “%(name)s” into another") % {"name": self.organisation.name},
            uses=uses_of_organisation(self.organisation),
            edit_url=reverse("organisations:edit", args=[self.organisation.pk]),
            **kwargs,
        )


urlpatterns = [path("organisations/merge/<int:pk>/", MergeView.as_view(), name="organisation_merge")]
