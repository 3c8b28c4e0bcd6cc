"""Choosing an organisation in any form of the admin; one that is missing is added in the same window."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from portal.core.choosers import WordsFilterForm
from portal.directory.forms import NewOrganisationForm
from portal.directory.models import Organisation

NAMES = ("name_en", "name_fr", "name_ar", "acronym", "code")


class NamesFilterForm(WordsFilterForm):
    """By a name in any language, an acronym or a code."""

    searched = NAMES


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
        return Organisation.objects.live().select_related("kind")


organisation_chooser = OrganisationChooserViewSet("organisation_chooser")
