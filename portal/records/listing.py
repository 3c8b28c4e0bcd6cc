"""The admin's lists of records of one kind: with code, language and who sees them; found by title or code."""

import django_filters
from django import forms
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.taxonomy.choosers import TermMultipleChoiceField
from portal.taxonomy.models import Country, Sector


class TermFilter(django_filters.ModelMultipleChoiceFilter):
    """Any of the chosen terms; offered in the order of the vocabulary."""

    field_class = TermMultipleChoiceField

    def __init__(self, model, **options):
        super().__init__(model=model, queryset=model.objects.all(), widget=forms.SelectMultiple, **options)


class RecordFilterSet(PageFilterSet):
    """Where a record stands, whom and what it concerns."""

    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    live = django_filters.BooleanFilter(
        label=_("Published"), widget=forms.Select(choices=[("", "—"), ("true", _("Yes")), ("false", _("No"))])
    )
    listed_to = django_filters.ChoiceFilter(
        label=_("Who may know of it"), choices=Level.choices, method="filter_listed_to"
    )
    sectors = TermFilter(Sector, label=_("Sectors"))
    countries = TermFilter(Country, label=_("Countries"))
    site = has_child_pages = None

    def filter_listed_to(self, queryset, name, value):
        return queryset.filter(translation_key__in=RecordIdentity.objects.filter(listed_to=value).values("key"))


class RecordIndexView(IndexView):
    """Wagtail's, with what the identity row says."""

    base_filterset_class = RecordFilterSet
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("code", label=_("Code"), width="10%"),
        Column("listed_to", label=_("Who may know of it"), accessor=lambda page: Level(page.listed_to).label),
        DateColumn(
            "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at", width="12%"
        ),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
    ]

    def annotate_queryset(self, pages):
        row = RecordIdentity.objects.filter(key=OuterRef("translation_key"))
        pages = super().annotate_queryset(pages)
        return pages.annotate(code=Subquery(row.values("code")), listed_to=Subquery(row.values("listed_to")))

    def search_queryset(self, queryset):
        """In the database itself: the admin's search of pages is too slow for many records."""
        if not self.is_searching:
            return queryset
        words = self.search_query
        return queryset.filter(Q(draft_title__icontains=words) | Q(title__icontains=words) | Q(code__icontains=words))


class RecordListingViewSet(PageListingViewSet):
    """The list of a kind in the menu; a feature names its model, label and icon."""

    index_view_class = RecordIndexView
    add_to_admin_menu = True
    filterset_class = RecordFilterSet
