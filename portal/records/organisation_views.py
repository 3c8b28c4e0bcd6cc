"""Organisations in the admin, and the administrators' view that merges two.

It stands here since it reaches what records say of them.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.widgets import Button

from portal.core.refusals import refused_in
from portal.directory.choosers import organisation_chooser
from portal.directory.forms import OrganisationField
from portal.directory.models import Organisation
from portal.directory.viewsets import OrganisationViewSet
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
        with refused_in(form):
            keep = merge_organisations(drop=self.organisation, by=self.request.user, **form.cleaned_data)
        if form.errors:
            return self.form_invalid(form)
        sentence = _("“%(dropped)s” was merged into “%(kept)s”.")
        messages.success(self.request, sentence % {"dropped": self.organisation.name, "kept": keep.name})
        return redirect("organisations:edit", keep.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page_title=_("Merge “%(name)s” into another") % {"name": self.organisation.name},
            page_icon="group",
            uses=uses_of_organisation(self.organisation),
            edit_url=reverse("organisations:edit", args=[self.organisation.pk]),
            **kwargs,
        )


def merge_url_of(organisation, user) -> str:
    """Where an organisation is merged into another; empty for who may not."""
    may = user.is_superuser and not organisation.merged_into_id
    return reverse("organisation_merge", args=[organisation.pk]) if may else ""


class OrganisationIndexView(IndexView):
    """Those that stand for themselves, each with a way to “Merge into…”."""

    def get_base_queryset(self):
        return super().get_base_queryset().live()

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if url := merge_url_of(instance, self.request.user):
            buttons.append(MenuItem(_("Merge into…"), url=url, icon_name="group", priority=20))
        return buttons


class OrganisationEditView(EditView):
    """Wagtail's, with a way to “Merge into…”."""

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if url := merge_url_of(self.object, self.request.user):
            buttons.append(Button(_("Merge into…"), url=url, icon_name="group", priority=10))
        return buttons


def organisations():
    """List and form of organisations, from which they can be merged."""
    return OrganisationViewSet(index_view_class=OrganisationIndexView, edit_view_class=OrganisationEditView)


urlpatterns = [path("organisations/merge/<int:pk>/", MergeView.as_view(), name="organisation_merge")]
