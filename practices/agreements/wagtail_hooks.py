"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.records.listing import RecordListingViewSet
from practices.agreements.models import AgreementPage


@hooks.register("register_admin_viewset")
def register_agreements():
    return RecordListingViewSet(
        "agreements", model=AgreementPage, icon="doc-full", menu_label=_("Agreements"), menu_order=365
    )
