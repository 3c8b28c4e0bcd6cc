"""Guidance beside the fields of members' forms, in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from portal.desk.models import FieldGuidance


class GuidanceViewSet(ModelViewSet):
    """List and form of the texts that stand beside fields."""

    model = FieldGuidance
    icon = "help"
    menu_label = _("Guidance beside fields")
    menu_name = "field-guidance"
    menu_order = 360
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("field")]),
            FieldPanel("text_en"),
            FieldPanel("text_fr"),
            FieldPanel("text_ar"),
        ]
    )
    list_display = ["kind", "field", "text_en"]
    list_filter = ["kind"]
    search_fields = ["field", "text_en", "text_fr", "text_ar"]
    search_backend_name = None
