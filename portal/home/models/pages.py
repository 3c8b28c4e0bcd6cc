from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.home.overview import overview_for

ABOUT = "about"
"""The address of the page that says how to reach the team."""


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
