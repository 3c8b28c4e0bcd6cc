"""Puts an unsaved record below the index of its kind and publishes it; who may see it is decided before."""

from wagtail.models import Locale

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from practices.models import PracticeIndexPage, PracticePage

INDEXES = {CaseStudyPage: CaseStudyIndexPage, PracticePage: PracticeIndexPage}
LANGUAGE = "en"


class Shelf:
    """The index pages of the language in which the first content is written."""

    def __init__(self):
        locale = Locale.objects.get(language_code=LANGUAGE)
        self._indexes = {page: index.objects.get(locale=locale) for page, index in INDEXES.items()}

    def publish(self, page, decide, by=None):
        """Saves `page`, lets `decide(page)` settle its access, then publishes it; returns it."""
        index = self._indexes[type(page)]
        page.locale, page.live, page.owner = index.locale, False, by
        index.add_child(instance=page)
        decide(page)
        # Published by nobody: authors may not, and no second person was asked.
        page.save_revision(user=by).publish()
        return page
