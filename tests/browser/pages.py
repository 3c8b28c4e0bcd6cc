"""The public pages, one of each template, by name."""

from case_studies.models import CaseStudyPage
from events.models import EventPage
from events.outputs.models import OutputPage
from portal.directory.models import Organisation
from practices.agreements.models import AgreementPage
from practices.holdings.models import DataHoldingPage
from practices.models import PracticePage
from practices.needs.models import DataNeedPage
from practices.platforms.models import FlowPage, PlatformPage

LANGUAGES = ("en", "fr", "ar")
NAMES = (
    "home",
    "search",
    "nothing found",
    "case studies",
    "case study",
    "practices",
    "practice",
    "holdings",
    "holding",
    "needs",
    "need",
    "platforms",
    "platform",
    "flows",
    "flow",
    "agreements",
    "agreement",
    "events",
    "event",
    "outputs",
    "output",
    "exchange",
    "exchange by organisation",
    "platforms that meet",
    "withheld",
    "what stands in the way",
    "questions",
    "imsma",
    "countries",
    "country",
    "comparison",
    "organisations",
    "organisation",
    "lessons",
    "glossary",
    "text",
    "sign-in",
    "forgotten password",
)
"""Names of `public_pages`, known before anything is loaded: tests are made of them."""


def public_pages():
    """The path of each, without the prefix of a language. Records are the ones that say most."""
    paths = (
        "/",
        "/search/?q=survey&kind=case_study",
        "/search/?q=zzzzqq",
        "/case-studies/",
        _fullest(CaseStudyPage.objects.live(), "exchanges", "barriers", "lessons", "figures", "links", "sources"),
        "/practices/",
        _fullest(PracticePage.objects.live(), "links", "sources"),
        "/holdings/",
        _fullest(DataHoldingPage.objects.live(), "data_kinds", "uses", "sources"),
        "/needs/",
        _fullest(DataNeedPage.objects.live(), "data_kinds", "sources", "links"),
        "/platforms/",
        _fullest(PlatformPage.objects.live(), "limitations", "bridges", "sources"),
        "/flows/",
        _fullest(FlowPage.objects.live(), "barriers", "data_kinds", "sources"),
        "/agreements/",
        AgreementPage.objects.get(source_id="ag-xxa-protocol").get_url(),
        "/events/",
        EventPage.objects.get(source_id="ev-xxa-first").get_url(),
        "/outputs/",
        OutputPage.objects.get(source_id="ou-xxa-codes").get_url(),
        "/exchange/",
        "/exchange/?rows=organisation",
        "/exchange/platforms/",
        "/exchange/withheld/",
        "/exchange/barriers/",
        "/questions/",
        "/imsma/?country=xxa",
        "/countries/",
        "/countries/irq/",
        "/compare/?" + "&".join(f"r={page.identity.code}" for page in CaseStudyPage.objects.live()[:3]),
        "/organisations/",
        Organisation.objects.get(acronym="UNMAS").get_absolute_url(),
        "/lessons/",
        "/glossary/",
        "/about/",
        "/accounts/login/",
        "/accounts/password/reset/",
    )
    return dict(zip(NAMES, paths, strict=True))


def _fullest(pages, *rows):
    """The page with most rows in its parts: the one whose template has most to show."""
    english = [page for page in pages.filter(locale__language_code="en") if "xxa" not in _countries(page)]
    return max(english, key=lambda page: sum(getattr(page, name).count() for name in rows)).get_url()


def _countries(page):
    return {country.key for country in page.countries.all()}
