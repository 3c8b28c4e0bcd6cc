"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from case_studies.models import CaseStudyPage
from portal.records.listing import RecordListingViewSet


@hooks.register("register_admin_viewset")
def register_case_studies():
    return RecordListingViewSet(
        "case_studies", model=CaseStudyPage, icon="doc-full", menu_label=_("Case studies"), menu_order=310
    )
