"""What reviewers say often, kept in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from portal.records.models import CannedAnswer


class CannedAnswerViewSet(ModelViewSet):
    """List and form of ready answers."""

    model = CannedAnswer
    icon = "mail"
    menu_label = _("Ready answers")
    menu_name = "ready-answers"
    menu_order = 361
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("text_en"), FieldPanel("text_fr"), FieldPanel("text_ar")])
    list_display = ["name", "text_en"]
    search_fields = ["name", "text_en", "text_fr", "text_ar"]
    search_backend_name = None
