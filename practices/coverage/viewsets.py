"""Statements on coverage in the admin: editors keep them for the organisations that make them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

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


class CoverageViewSet(ModelViewSet):
    """List and form of statements on coverage."""

    model = CoverageStatement
    name = "coverage"
    icon = "globe"
    menu_label = _("Coverage")
    menu_name = "coverage"
    menu_order = 350
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = CoverageIndexView
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
