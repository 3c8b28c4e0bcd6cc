"""The page of an entry as a visitor or a member sees it: to read, with nobody signed in as anybody.

Not as an organisation: what its people may know of (other entries that the page names) is not for everybody to see.
"""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import VISITOR, takes_part
from portal.core.languages import reading_language
from portal.desk.by_code import identity_for
from portal.desk.my.seen_by import EVERYBODYS
from portal.records.as_readers import answer_seen, seen_through
from portal.records.models import RecordPage


@login_required
@require_safe
def seen_page(request, code, word):
    """Absent where such a reader finds none, and for who is no member: they might see less themselves."""
    reader = EVERYBODYS.get(word)
    identity = identity_for(request, code, lambda user, identity: takes_part(user) and can(user, Action.KNOW, identity))
    page = _published(identity)
    if reader is None or page is None or not can(reader, Action.KNOW, identity):
        raise Http404
    called = _("visitor") if reader is VISITOR else _("member")
    return answer_seen(seen_through(request, reader, identity, f"{_('Seen as:')} {called}"), page)


def _published(identity):
    """What is published of it, in the reader's language where there is one in it; None for nothing."""
    pages = RecordPage.objects.live().filter(translation_key=identity.pk).select_related("locale")
    pages = sorted(pages, key=lambda page: (page.locale.language_code != reading_language(), page.pk))
    return pages[0].specific if pages else None
