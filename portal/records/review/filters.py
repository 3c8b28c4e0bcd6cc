"""Filters of the lists of submissions."""

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet
from wagtail.models import WorkflowState


def _kinds_sent(request):
    sent = WorkflowState.objects.values_list("content_type", flat=True).distinct()
    return ContentType.objects.filter(pk__in=sent)


class SubmissionFilterSet(WagtailFilterSet):
    """By kind of page."""

    content_type = MultipleContentTypeFilter(label=_("Kind"), queryset=_kinds_sent, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = WorkflowState
        fields = []
