"""The admin's lists of terms: as a tree, with search by any label."""

import django_filters
from django.db.models import Case, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.snippets.views.snippets import IndexView

from portal.taxonomy.tree import tree_of
from portal.taxonomy.validity import CURRENT
from portal.taxonomy.vocabularies import vocabulary_of


class TermFilterSet(WagtailFilterSet):
    """Whether a term may still be chosen."""

    valid = django_filters.ChoiceFilter(
        label=_("Validity"),
        choices=[("current", _("May be chosen")), ("ended", _("No longer valid"))],
        method="filter_valid",
    )

    def filter_valid(self, queryset, name, value):
        return queryset.filter(CURRENT) if value == "current" else queryset.exclude(CURRENT)


def filter_set_of(vocabulary) -> type[TermFilterSet]:
    """The filters of a list; of a tree also the broader term."""

    class Meta:
        model = vocabulary.model
        fields = ["parent"] if vocabulary.is_tree else []

    fields = {"Meta": Meta}
    if vocabulary.is_tree:
        broader = vocabulary.model.objects.filter(children__isnull=False).distinct()
        fields["parent"] = django_filters.ModelChoiceFilter(
            label=_("Broader term"), queryset=lambda _request: broader.all()
        )
    return type(f"{vocabulary.model.__name__}FilterSet", (TermFilterSet,), fields)


class TermIndexView(IndexView):
    """Labels set in by their depth, in the order of the tree until another is chosen."""

    @cached_property
    def columns(self):
        tree = tree_of(self.model)
        depths = {node.pk: depth for node, depth in tree.in_order}
        title_column = self._get_title_column_class(TitleColumn)
        return [
            title_column(
                "label",
                label=_("Label"),
                accessor=lambda term: "\u2003" * depths[term.pk] + term.label,
                get_url=self.get_edit_url,
                sort_key="label_en",
            ),
            Column("key", label=_("Key"), sort_key="key"),
            Column(
                "parent",
                label=_("Broader term"),
                accessor=lambda term: term.parent_id and tree.by_pk[term.parent_id].label,
            ),
            DateColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        ]

    def order_queryset(self, queryset):
        if self.is_explicitly_ordered or not vocabulary_of(self.model).is_tree:
            return super().order_queryset(queryset)
        pks = [node.pk for node, _depth in tree_of(self.model).in_order]
        places = [When(pk=pk, then=place) for place, pk in enumerate(pks)]
        return queryset.order_by(Case(*places, default=len(pks)), "pk")

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if replace_url := replace_url_of(instance, self.request.user):
            buttons.append(MenuItem(_("Replace…"), url=replace_url, icon_name="repeat", priority=20))
        return buttons


def replace_url_of(term, user) -> str:
    """Where a term is replaced; empty when nobody may, or not this user."""
    model = type(term)
    if term.replaced_by_id or not vocabulary_of(model).may_replace(term.key):
        return ""
    if not user.has_perm(f"taxonomy.change_{model._meta.model_name}"):
        return ""
    return reverse(model.snippet_viewset.get_url_name("replace"), args=[term.pk])
