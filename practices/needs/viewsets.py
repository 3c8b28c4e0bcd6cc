"""The admin of data needs."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.viewsets.pages import PageViewSet

from portal.records.listing import RecordListingViewSet
from practices.needs.models import DataNeedPage
from practices.needs.offering import LONGEST_TITLE


class NeedCreateView(CreateView):
    """The form of a new need; `?title=` fills in its title, as a search that found nothing asks for it."""

    def get(self, request):
        self.page.title = request.GET.get("title", "")[:LONGEST_TITLE]
        return super().get(request)


def need_viewsets():
    """The list in the menu, and the views of the pages themselves."""
    listing = RecordListingViewSet("needs", model=DataNeedPage, icon="help", menu_label=_("Data needs"), menu_order=340)
    return [listing, PageViewSet("need_pages", model=DataNeedPage, add_view_class=NeedCreateView)]
