from django.conf import settings
from django.utils import translation
from wagtail.models import Locale, Page, Site

from portal.core.languages import LANGUAGES
from portal.home.indexes import index_models
from portal.home.models import HomePage

HOME = dict(zip(LANGUAGES, ("Home", "Accueil", "الرئيسية"), strict=True))


def set_up_pages():
    """One home page a language, with the index page of each kind below it; the site's root is the English one."""
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    home = _home(locales[0])
    homes = [home, *(_translation(home, locale, HOME) for locale in locales[1:])]
    for kind, model in index_models():
        titles = _titles(kind)
        index = _index(model, homes[0], kind.index_path, titles)
        for locale in locales[1:]:
            _translation(index, locale, titles)
    return homes


def _titles(kind):
    """By language, what the list of a kind is called."""
    titles = {}
    for language in LANGUAGES:
        with translation.override(language):
            titles[language] = str(kind.label_plural)
    return titles


def _home(locale):
    """The English home page; Wagtail's own welcome page gives way to it."""
    if home := HomePage.objects.filter(locale=locale).first():
        return home
    root = Page.get_first_root_node()
    Page.objects.filter(slug="home", depth=2).exclude(pk__in=HomePage.objects.values("pk")).delete()
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title=HOME[locale.language_code], slug="home", locale=locale))
    _site(home)
    return home


def _site(home):
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": settings.WAGTAIL_SITE_NAME},
    )


def _index(model, home, slug, titles):
    if page := model.objects.filter(locale=home.locale).first():
        return page
    home.refresh_from_db()
    return home.add_child(instance=model(title=titles[home.locale.language_code], slug=slug, locale=home.locale))


def _translation(page, locale, titles):
    """The page in that language, live, under the translation of its parent."""
    if found := page.get_translations().filter(locale=locale).first():
        return found
    copy = page.copy_for_translation(locale)
    copy.title = copy.draft_title = titles[locale.language_code]
    copy.live, copy.has_unpublished_changes = True, False
    copy.save()
    return copy
