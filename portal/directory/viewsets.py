"""Organisations in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from portal.directory.choosers import NAMES
from portal.directory.forms import OrganisationForm
from portal.directory.models import Organisation

LANGUAGE = _("Not yet validated by a native speaker.")
ORGANISATION_FORM = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("name_en", help_text=_("In full, for example “United Nations Mine Action Service”.")),
                FieldPanel("name_fr", help_text=LANGUAGE),
                FieldPanel("name_ar", help_text=LANGUAGE, attrs={"dir": "rtl"}),
                FieldPanel("acronym"),
                FieldPanel("also_named"),
            ],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("part_of"), FieldPanel("sectors"), FieldPanel("countries")],
            heading=_("What it is, and where"),
        ),
        MultiFieldPanel(
            [FieldPanel("website"), FieldPanel("mailbox"), FieldPanel("email_domains")], heading=_("How to reach it")
        ),
        FieldPanel("uses_igo_licence"),
    ],
    base_form_class=OrganisationForm,
)


class OrganisationViewSet(ModelViewSet):
    """List and form of organisations."""

    model = Organisation
    name = "organisations"
    icon = "group"
    menu_label = _("Organisations")
    menu_name = "organisations"
    menu_order = 330
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_handler = ORGANISATION_FORM
    list_display = [
        "__str__",
        Column("name", label=_("Name"), sort_key="name_en"),
        "kind",
        Column("code", label=_("Code")),
    ]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = NAMES
    search_backend_name = None
    ordering = "name_en"
