"""Filters of the lists of submissions."""

import django_filters
from django import forms
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleContentTypeFilter, WagtailFilterSet
from wagtail.models import WorkflowState

from portal.records.models import Assignment
from portal.records.review.areas import sent
from portal.taxonomy.models import Country, Sector

MINE, NOBODY = "mine", "nobody"


def _kinds_sent(request):
    sent = WorkflowState.objects.values_list("content_type", flat=True).distinct()
    return ContentType.objects.filter(pk__in=sent)


class SubmissionFilterSet(WagtailFilterSet):
    """By kind of page."""

    content_type = MultipleContentTypeFilter(label=_("Kind"), queryset=_kinds_sent, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = WorkflowState
        fields = []


class QueueFilterSet(SubmissionFilterSet):
    """By what the waiting version is about, how long it has waited, and who sees to it."""

    country = django_filters.ModelChoiceFilter(
        label=_("Country"), queryset=Country.objects.all(), method="filter_country"
    )
    sector = django_filters.ModelChoiceFilter(label=_("Sector"), queryset=Sector.objects.all(), method="filter_sector")
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES, method="filter_language")
    waiting_since = django_filters.DateFilter(
        label=_("Waiting since this day or longer"),
        field_name="created_at",
        lookup_expr="date__lte",
        widget=forms.DateInput({"type": "date"}),
    )
    assigned = django_filters.ChoiceFilter(
        label=_("Who sees to it"), choices=[(MINE, _("I do")), (NOBODY, _("Nobody yet"))], method="filter_assigned"
    )

    def filter_country(self, states, _name, country):
        return _about(states, countries=[country.pk])

    def filter_sector(self, states, _name, sector):
        return _about(states, sectors=[sector.pk])

    def filter_language(self, states, _name, language):
        return _about(states, languages=[language])

    def filter_assigned(self, states, _name, whose):
        given = Assignment.objects.filter(to=self.request.user) if whose == MINE else Assignment.objects.all()
        pages = given.values("object_id")
        return states.filter(object_id__in=pages) if whose == MINE else states.exclude(object_id__in=pages)


def _about(states, countries=(), sectors=(), languages=()):
    # Of what waits its own text is asked: what is published may name other countries, or there may be nothing yet.
    return states.filter(pk__in=[each.pk for each in sent() if each.touches(countries, sectors, languages)])
