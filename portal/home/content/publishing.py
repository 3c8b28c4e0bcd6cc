"""Puts a record below the index of its kind and publishes it; who may see it is decided in between."""

from wagtail.models import Locale

from portal.home.indexes import index_models

LANGUAGE = "en"


class Shelf:
    """The index pages of the language in which the first content is written."""

    def __init__(self):
        locale = Locale.objects.get(language_code=LANGUAGE)
        self._indexes = {kind.model: index.objects.get(locale=locale) for kind, index in index_models()}

    def place(self, page, by=None):
        """Saves an unsaved `page`, unpublished: it gets its identity row."""
        index = self._indexes[type(page)]
        page.locale, page.live, page.owner = index.locale, False, by
        index.add_child(instance=page)

    def publish(self, page, by=None):
        """Publishes what `page` says now."""
        # Published by nobody: authors may not, and no second person was asked.
        page.save_revision(user=by).publish()
