"""What an editor sees first, and what editors say often: both are set here in the admin."""

from django.contrib import messages
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import UpdateView
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet

from portal.records.models import CannedAnswer, ReviewerArea
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
