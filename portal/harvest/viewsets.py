"""The catalogues that are read, in the admin: administrators keep them, since this machine asks them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from portal.harvest.forms import SourceForm
from portal.harvest.models import HarvestSource


class SourceViewSet(ModelViewSet):
    """List and form of the catalogues to read."""

    model = HarvestSource
    icon = "download"
    menu_label = _("Catalogues to read")
    menu_name = "harvest-sources"
    menu_order = 372
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("title", "format", "address", "language", "in_name_of", "is_scheduled")],
        base_form_class=SourceForm,
    )
    list_display = ["title", "address", "is_scheduled", Column("read_at", label=_("Last read"), sort_key="read_at")]
    list_filter = ["format", "is_scheduled"]
    search_fields = ["title", "address"]
    search_backend_name = None
