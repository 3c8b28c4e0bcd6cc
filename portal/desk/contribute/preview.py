"""A draft as its readers would see it, in the template of its kind."""

from copy import copy

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.access.enums import Level, TextSensitivity
from portal.access.readers import Reader
from portal.access.services import if_granted, with_levels
from portal.desk.contribute.filling import finish
from portal.records.access_fields import waiting_wish
from portal.records.cut_levels import cut_of


def preview_of(request, work, kind):
    """The answer that shows a draft: to visitors where it is to be public, else to a member who may read all of it.

    Of other entries it shows what such a reader may know of, so never more than the author may. What others ask for
    meanwhile is not for who has left it.
    """
    page, identity = work.page, work.identity
    finish(page, kind)
    asked = identity if work.is_left else if_granted(identity)
    seen = copy(request)
    seen.is_preview = True
    is_public = asked.listed_to == Level.PUBLIC
    if is_public:
        seen.user, seen.record_identity = AnonymousUser(), asked
    else:
        seen.user = Reader(user_id=request.user.pk, is_member=True)
        seen.record_identity = with_levels(asked, Level.MEMBERS, Level.MEMBERS, TextSensitivity.LOW)
    page.live = True
    cut = cut_of(identity, None if work.is_left else waiting_wish(identity), page.text_starts_at)
    context = {**page.get_context(seen), "messages": list(filter(None, (_sentence(is_public), cut)))}
    return render(seen, page.get_template(seen), context)


def _sentence(is_public):
    if is_public:
        return _("Preview. This is what visitors would see.")
    return _("Preview. Visitors would not see it; this is what those see who may read all of it.")
