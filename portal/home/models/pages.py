from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.home.overview import overview_for
from portal.records.registry import kinds

ABOUT = "about"
"""The address of the page that says how to reach the team."""


def index_of(kind):
    """The class of the page that lists the records of a kind."""
    (model,) = kind.model.allowed_parent_page_models()
    return model


class HomePage(Page):
    """The first page of each language; the lists and standard pages stand below it."""

    lead = models.CharField(
        _("what this is, in a sentence"),
        max_length=300,
        blank=True,
        help_text=_("The first thing that a visitor reads."),
    )

    content_panels = ["title", "lead"]
    template = "home/home_page.html"
    max_count_per_parent = 1
    subpage_types = [
        "home.StandardPage",
        "case_studies.CaseStudyIndexPage",
        "practices.PracticeIndexPage",
        "holdings.DataHoldingIndexPage",
        "needs.DataNeedIndexPage",
        "platforms.PlatformIndexPage",
        "platforms.FlowIndexPage",
        "agreements.AgreementIndexPage",
        "events.EventIndexPage",
        "outputs.OutputIndexPage",
        "partnerships.IdeaIndexPage",
    ]

    def route(self, request, path_components):
        """Straight to the list of a kind, and from there to its records; Wagtail reads each page twice."""
        first, *others = path_components or [""]
        model = next((index_of(kind) for kind in kinds() if kind.is_page and kind.index_path == first), None)
        index = model and model.objects.child_of(self).filter(slug=first).first()
        return index.route(request, others) if index else super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **overview_for(request)}


class StandardPage(Page):
    """A text of the community: about, terms of reference, why you can trust this, privacy."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    body = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "link", "document-link", "ol", "ul"])

    content_panels = ["title", "summary", "body"]
    template = "home/standard_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    def get_context(self, request, *args, **kwargs):
        contact = {"contact": settings.SITE_CONTACT, "says_whom_to_write": self.slug == ABOUT}
        return {**super().get_context(request, *args, **kwargs), **contact}
