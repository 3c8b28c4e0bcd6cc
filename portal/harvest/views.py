"""Reports for editors: which catalogues were read when, and what came of it."""

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.harvest.models import HarvestedRecord, HarvestRun, HarvestSource
from portal.harvest.wording import PARTS, changed_in_words, reason

RUNS, GONE, LINES = 50, 200, 200
"""Rows of a list that are shown; of one part of a report."""


class ReportsView(WagtailAdminTemplateMixin, TemplateView):
    """All catalogues, their latest readings, and the entries that are no longer there."""

    template_name = "harvest/admin/reports.html"
    page_title = _("Read from other catalogues")
    header_icon = "download"

    def get_context_data(self, **kwargs):
        latest = HarvestRun.objects.filter(source=OuterRef("pk")).order_by("-began_at").values("failure")[:1]
        sources = HarvestSource.objects.annotate(
            entries=Count("records", filter=Q(records__identity__isnull=False)), last_failure=Subquery(latest)
        )
        gone = HarvestedRecord.objects.exclude(gone_since=None).exclude(identity=None)
        return super().get_context_data(**kwargs) | {
            "sources": sources.order_by("title", "pk"),
            "runs": HarvestRun.objects.select_related("source").defer("report")[:RUNS],
            "gone": gone.select_related("identity", "source").order_by("-gone_since", "pk")[:GONE],
        }


class ReportView(WagtailAdminTemplateMixin, TemplateView):
    """What came of one reading, part by part."""

    template_name = "harvest/admin/report.html"
    header_icon = "download"

    def get_page_title(self):
        return str(self.run)

    @property
    def run(self):
        """The HarvestRun that the address names."""
        if not hasattr(self, "_run"):
            self._run = get_object_or_404(HarvestRun.objects.select_related("source"), pk=self.kwargs["key"])
        return self._run

    def get_context_data(self, **kwargs):
        report = self.run.report
        parts = [(part, label, report.get(part, [])) for part, label in PARTS.items() if report.get(part)]
        shown = [(label, report["counts"][part], self._page(part, lines)) for part, label, lines in parts]
        return super().get_context_data(**kwargs) | {"run": self.run, "report": report, "parts": shown}

    def _page(self, part, lines):
        """Some lines of a part, with their words; `?new=2` and so on lead to the others."""
        page = Paginator(lines, LINES).get_page(self.request.GET.get(part))
        page.said = [(line, reason(line), changed_in_words(line)) for line in page]
        page.parameter = part
        return page
