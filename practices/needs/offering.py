"""What a search that found nothing offers: to record its words as a need, or to see what others need."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.readers import reader_of
from portal.core.languages import reading_language, under_prefix
from practices.needs.models import DataNeedIndexPage, DataNeedPage

LONGEST_TITLE = 255
CONTRIBUTE = "/contribute/needs/"
"""The members' form; the pages of members know the kinds, and no kind knows them."""


def first_words(text, user):
    """Text and address: for who writes here the form of a new need with the words as its title, the editors' or the
    members'; for others the list of needs, where somebody may have said the same."""
    reader, title = reader_of(user), urlencode({"title": text[:LONGEST_TITLE]})
    index = DataNeedIndexPage.objects.filter(locale__language_code=reading_language()).first()
    if index and reader.is_editor:
        place = [DataNeedPage._meta.app_label, DataNeedPage._meta.model_name, index.pk]
        return _("Record this as a data need"), f"{reverse('wagtailadmin_pages:add', args=place)}?{title}"
    if reader.is_member and reader.organisation_ids:
        return _("Record this as a data need"), f"{under_prefix(CONTRIBUTE)}?{title}"
    return _("See what others need"), under_prefix("/needs/")
