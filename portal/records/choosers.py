"""Choosing the record that a link leads to, by title or code, among those that exist."""

from uuid import UUID

from django import forms
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.registry import kind


def linkable():
    """The identities that have a page or are an organisation, each with its `title`; withdrawn ones are left out."""
    pages = RecordPage.objects.filter(translation_key=OuterRef("key")).order_by("-live", "pk")
    organisations = Organisation.objects.live().filter(key=OuterRef("key"))
    title = Coalesce(Subquery(pages.values("draft_title")[:1]), Subquery(organisations.values("name_en")[:1]))
    identities = RecordIdentity.objects.annotate(title=title)
    return identities.filter(title__isnull=False, withdrawn_at=None).order_by("title", "code")


class TitleFilterForm(BaseFilterForm):
    """Search by words of the title or by code."""

    q = forms.CharField(label=_("Title or code"), required=False)

    def filter(self, objects):
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        if not self.is_searching:
            return objects
        return objects.filter(Q(title__icontains=self.search_query) | Q(code__icontains=self.search_query))


class RecordColumns:
    filter_form_class = TitleFilterForm

    @property
    def columns(self):
        column = self.title_column
        column.accessor = "title"
        return [column, Column("code", label=_("Code")), Column("kind", label=_("Kind"), accessor=_kind_label)]


class RecordChooseView(RecordColumns, ChooseView):
    pass


class RecordChooseResultsView(RecordColumns, ChooseResultsView):
    pass


class RecordChosenView(ChosenView):
    """Answers 404 for a key that is none, or that nothing can link to."""

    def get_object(self, pk):
        try:
            return linkable().get(pk=UUID(pk))
        except ValueError as error:
            raise RecordIdentity.DoesNotExist from error

    def get_display_title(self, instance):
        return title_of(instance)

    def get_edit_item_url(self, instance):
        return None


class RecordChooser(BaseChooser):
    """Shows title and code of what was chosen; it is edited elsewhere."""

    show_edit_link = False

    def read_titles(self, identities):
        """Gives each of the identities its `title`, in one query; None to what nothing can link to any more."""
        found = linkable().in_bulk([identity.pk for identity in identities])
        for identity in identities:
            identity.title = getattr(found.get(identity.pk), "title", None)

    def get_display_title(self, instance):
        if not hasattr(instance, "title"):
            self.read_titles([instance])
        return title_of(instance) if instance.title else instance.code

    def get_value_data_from_instance(self, instance):
        return {"id": str(instance.pk), self.display_title_key: self.get_display_title(instance), "edit_url": ""}


class RecordChooserViewSet(ChooserViewSet):
    """Case studies, practices, organisations and whatever else the portal has, in one list."""

    model = RecordIdentity
    icon = "link"
    choose_one_text = _("Choose an entry")
    choose_another_text = _("Choose another entry")
    per_page = 20
    base_widget_class = RecordChooser
    choose_view_class = RecordChooseView
    choose_results_view_class = RecordChooseResultsView
    chosen_view_class = RecordChosenView

    def get_object_list(self):
        return linkable()


record_chooser = RecordChooserViewSet("record_chooser")


def title_of(identity):
    """What an editor knows a record of `linkable` by."""
    return f"{identity.title} ({identity.code})"


def _kind_label(identity):
    return kind(identity.kind).label
