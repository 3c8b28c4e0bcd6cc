"""Statements on coverage in the admin: editors keep them for the organisations that make them."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from practices.coverage import trail
from practices.coverage.models import CoverageStatement

COVERAGE_FORM = ObjectList(
    [
        FieldPanel("country"),
        FieldPanel("data_kind"),
        FieldPanel("degree"),
        FieldRowPanel([FieldPanel("said_by"), FieldPanel("said_on")]),
        FieldPanel("source"),
        FieldPanel("note"),
    ]
)


class CoverageIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("country", "data_kind", "said_by")


class CoverageCreateView(CreateView):
    @transaction.atomic
    def save_instance(self):
        statement = super().save_instance()
        trail.stated(statement, self.request.user)
        return statement


class CoverageEditView(EditView):
    @transaction.atomic
    def save_instance(self):
        before = CoverageStatement.objects.get(pk=self.object.pk)
        statement = super().save_instance()
        trail.changed(before, statement, self.request.user)
        return statement


class CoverageDeleteView(DeleteView):
    @transaction.atomic
    def delete_action(self):
        trail.taken_back(self.object, self.request.user)
        super().delete_action()


class CoverageViewSet(ModelViewSet):
    """List and form of statements on coverage."""

    model = CoverageStatement
    name = "coverage"
    icon = "globe"
    menu_label = _("Coverage")
    menu_name = "coverage"
    menu_order = 370
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = CoverageIndexView
    add_view_class = CoverageCreateView
    edit_view_class = CoverageEditView
    delete_view_class = CoverageDeleteView
    edit_handler = COVERAGE_FORM
    list_display = [
        "__str__",
        Column("said_by", label=_("Said by"), sort_key="said_by__name_en"),
        Column("said_on", label=_("Said on"), sort_key="said_on"),
    ]
    list_filter = ["degree"]
    list_per_page = 50
    search_fields = ["country__label_en", "data_kind__label_en", "said_by__name_en", "said_by__acronym"]
    search_backend_name = None
    ordering = "-said_on"
