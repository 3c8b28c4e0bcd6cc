"""Organisations and members in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from portal.directory.choosers import NAMES
from portal.directory.forms import OrganisationForm
from portal.directory.member_form import FORM as MEMBER_FORM
from portal.directory.models import Member, Organisation

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
    """List and form of organisations. Registered by portal.records, which can merge them."""

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


def _organisations(member):
    """What a member belongs to now, focal points marked."""
    rows = [row for row in member.memberships.all() if row.is_active]
    return "; ".join(
        _("%(organisation)s (focal point)") % {"organisation": row.organisation}
        if row.is_focal_point
        else str(row.organisation)
        for row in rows
    )


class MemberIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("user").prefetch_related("memberships__organisation")


class MemberViewSet(ModelViewSet):
    """List and form of members, with the organisations that they belong to and speak for."""

    model = Member
    name = "members"
    icon = "user"
    menu_label = _("Members")
    menu_name = "members"
    menu_order = 340
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = MemberIndexView
    edit_handler = MEMBER_FORM
    list_display = [
        "__str__",
        Column("email", label=_("E-mail address"), accessor="user.email", sort_key="user__email"),
        Column("organisations", label=_("Organisations"), accessor=_organisations),
        BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
    ]
    list_filter = ["is_active"]
    list_per_page = 50
    search_fields = ["user__email", "user__first_name", "user__last_name"]
    search_backend_name = None
    ordering = "user__email"
