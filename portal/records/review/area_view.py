"""What an editor sees first, set in the admin."""

from django.contrib import messages
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import UpdateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.records.models import ReviewerArea
from portal.records.review.forms import AreaForm


class AreaView(WagtailAdminTemplateMixin, UpdateView):
    """The countries, sectors and languages of whoever is signed in."""

    form_class = AreaForm
    template_name = "records/admin/area.html"
    page_title = _("What I review first")
    header_icon = "clipboard-list"
    success_url = reverse_lazy("review_queue:index")

    def get_breadcrumbs_items(self):
        queue = {"url": self.success_url, "label": _("Waiting for review")}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": self.page_title}]

    def get_object(self, queryset=None):
        return ReviewerArea.objects.filter(user=self.request.user).first() or ReviewerArea(user=self.request.user)

    def form_valid(self, form):
        messages.success(self.request, _("Kept."))
        return super().form_valid(form)
