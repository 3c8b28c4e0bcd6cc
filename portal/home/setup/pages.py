from django.conf import settings
from wagtail.models import Locale, Page, Site

from case_studies.models import CaseStudyIndexPage
from portal.core.languages import LANGUAGES
from portal.home.models import HomePage
from practices.models import PracticeIndexPage

NAMES = {
    "home": ("Home", "Accueil", "الرئيسية"),
    "case-studies": ("Case studies", "Études de cas", "دراسات الحالة"),
    "practices": ("Practices", "Pratiques", "الممارسات"),
}
INDEXES = {"case-studies": CaseStudyIndexPage, "practices": PracticeIndexPage}


def set_up_pages():
    """One home page a language, with the index page of each kind below it; the site's root is the English one."""
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    home = _home(locales[0])
    homes = [home, *(_translation(home, locale, "home") for locale in locales[1:])]
    for slug, model in INDEXES.items():
        index = _index(model, homes[0], slug)
        for locale in locales[1:]:
            _translation(index, locale, slug)
    return homes


def _home(locale):
    """The English home page; Wagtail's own welcome page gives way to it."""
    if home := HomePage.objects.filter(locale=locale).first():
        return home
    root = Page.get_first_root_node()
    Page.objects.filter(slug="home", depth=2).exclude(pk__in=HomePage.objects.values("pk")).delete()
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title=NAMES["home"][0], slug="home", locale=locale))
    _site(home)
    return home


def _site(home):
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": settings.WAGTAIL_SITE_NAME},
    )


def _index(model, home, slug):
    if page := model.objects.filter(locale=home.locale).first():
        return page
    home.refresh_from_db()
    return home.add_child(instance=model(title=NAMES[slug][0], slug=slug, locale=home.locale))


def _translation(page, locale, name):
    """The page in that language, live, under the translation of its parent."""
    if found := page.get_translations().filter(locale=locale).first():
        return found
    copy = page.copy_for_translation(locale)
    copy.title = copy.draft_title = NAMES[name][LANGUAGES.index(locale.language_code)]
    copy.live, copy.has_unpublished_changes = True, False
    copy.save()
    return copy
