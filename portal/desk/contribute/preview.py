"""A draft as its readers would see it, in the template of its kind."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.desk.contribute.filling import finish
from portal.desk.contribute.places import Place
from portal.records.access_fields import waiting_wish
from portal.records.as_readers import answer_seen, as_readers, way_back
from portal.records.cut_levels import cut_of


def preview_of(request, work, kind):
    """The answer that shows a draft to its author, with the way back to it: never more than the author may know of.

    What others ask for meanwhile is not for who only reads what they wrote.
    """
    page, identity = work.page, work.identity
    finish(page, kind)
    seen = as_readers(request, page, identity, with_wish=not work.is_left)
    cut = cut_of(identity, None if work.is_left else waiting_wish(identity), page.text_starts_at)
    seen.preview_notes += filter(None, [cut, _way_back(work, kind)])
    return answer_seen(seen, page)


def _way_back(work, kind):
    if work.is_left:
        return way_back(reverse("contribute:home"), _("Back"))
    return way_back(Place(kind, work.identity.code).overview_url, _("Back to the draft"))
