"""A draft as its readers would see it, in the template of its kind."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.desk.contribute.filling import finish
from portal.desk.contribute.places import Place
from portal.records.access_fields import waiting_wish
from portal.records.as_readers import as_readers, way_back
from portal.records.cut_levels import cut_of


def preview_of(request, work, kind):
    """The answer that shows a draft to its author, with the way back to it: never more than the author may know of.

    What others ask for meanwhile is not for who only reads what they wrote.
    """
    page, identity = work.page, work.identity
    finish(page, kind)
    seen = as_readers(request, page, identity, with_wish=not work.is_left)
    cut = cut_of(identity, None if work.is_left else waiting_wish(identity), page.text_starts_at)
    notes = [*seen.preview_notes, cut, _way_back(work, kind)]
    return render(seen, page.get_template(seen), {**page.get_context(seen), "messages": list(filter(None, notes))})


def _way_back(work, kind):
    if work.is_left:
        return way_back(reverse("contribute:home"), _("Back"))
    return way_back(Place(kind, work.identity.code).overview_url, _("Back to the draft"))
