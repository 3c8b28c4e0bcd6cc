"""On which agreement the answer to a request may rest: one in force between who is asked and who asks."""

from django.utils import timezone

from portal.access.models import RecordIdentity
from practices.agreements.models import AgreementPage


def agreements_for(request, user) -> list[RecordIdentity]:
    """The identities of the agreements that run today, name the asking organisation and one that is asked, and of which
    `user` may know; by code."""
    asked = {request.to_owner_id, request.to_keeper_id} - {None}
    pages = AgreementPage.objects.in_force(timezone.localdate()).visible_to(user)
    for parties in ({request.asked_for_id}, asked):
        pages = pages.filter(pk__in=AgreementPage.objects.filter(organisations__organisation__in=parties).values("pk"))
    return list(RecordIdentity.objects.filter(pk__in=pages.values("translation_key")).order_by("code"))


def labelled(identities) -> list[tuple[str, str]]:
    """The same as choices of a form: codes, each with the agreement's title."""
    titles = dict(
        AgreementPage.objects.live()
        .filter(translation_key__in=[each.pk for each in identities])
        .values_list("translation_key", "title")
    )
    return [(each.code, f"{titles.get(each.pk, '')} ({each.code})") for each in identities]
