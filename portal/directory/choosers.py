"""Choosing an organisation in any form of the admin; one that is missing is added in the same window."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from portal.directory.forms import NewOrganisationForm
from portal.directory.models import Organisation
from portal.directory.queries import named


class NamesFilterForm(BaseFilterForm):
    """Search by any name, without the search index."""

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects):
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return objects.filter(named(self.search_query)) if self.is_searching else objects


class OrganisationColumns:
    """The whole name beside what it is called for short."""

    filter_form_class = NamesFilterForm

    @property
    def columns(self):
        return [self.title_column, Column("name", label=_("Name")), Column("kind", label=_("Kind"))]


class OrganisationChooseView(OrganisationColumns, ChooseView):
    pass


class OrganisationChooseResultsView(OrganisationColumns, ChooseResultsView):
    pass


class OrganisationChooserViewSet(ChooserViewSet):
    """Every organisation, by name; editors may add one."""

    model = Organisation
    icon = "group"
    choose_one_text = _("Choose an organisation")
    choose_another_text = _("Choose another organisation")
    creation_form_class = NewOrganisationForm
    creation_tab_label = _("It is missing: add it")
    create_action_label = _("Add it")
    per_page = 20
    choose_view_class = OrganisationChooseView
    choose_results_view_class = OrganisationChooseResultsView

    def get_object_list(self):
        return Organisation.objects.select_related("kind")


organisation_chooser = OrganisationChooserViewSet("organisation_chooser")
