"""Who is asked whether they know somebody who wants to join."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from portal.directory.joining import account_holders
from portal.directory.models import JoinRequest, Membership
from portal.directory.models.join_request import JoinState
from portal.notifications.posting import tell

ASKED = "join_asked"
"""Somebody asks to join, and waits for who gets this mail."""


def tell_deciders(key):
    """Tells those who can let in the request with that key: the member who is named, and the focal points of the
    organisation. Done again, it tells nobody twice; nobody when the request is decided or gone."""
    request = JoinRequest.objects.filter(key=key, state=JoinState.WAITING).select_related("organisation").first()
    if request is None:
        return
    people = {each.user for each in _focal_points(request.organisation)}
    people |= set(account_holders([request.vouched_by]).values())
    with override(settings.LANGUAGE_CODE):
        path = reverse("joining:requests")
    tell(kind=ASKED, event=f"join asked:{key}", people=people, facts={"path": path})


def _focal_points(organisation):
    if organisation is None or organisation.is_frozen:
        return []
    rows = Membership.objects.filter(organisation=organisation, is_focal_point=True, is_active=True)
    return [row.member for row in rows.filter(member__is_active=True).select_related("member__user")]
