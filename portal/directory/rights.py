"""Who may do what with members and organisations."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q

from portal.directory.models import Membership, Organisation

ADMIN_PERMISSION = "wagtailadmin.access_admin"


def is_editor(user):
    """Whether somebody is an editor or an administrator."""
    return bool(user) and user.is_authenticated and user.is_active and user.has_perm(ADMIN_PERMISSION)


def editors_among(users) -> set[int]:
    """The primary keys of those of these users (primary keys) who are editors or administrators. One query."""
    app, _, name = ADMIN_PERMISSION.partition(".")
    held = Permission.objects.filter(content_type__app_label=app, codename=name)
    by_right = held.filter(Q(user=OuterRef("pk")) | Q(group__user=OuterRef("pk")))
    found = get_user_model().objects.filter(Q(is_superuser=True) | Exists(by_right), pk__in=set(users), is_active=True)
    return set(found.values_list("pk", flat=True))


def is_member(user):
    """Whether somebody belongs to the community now."""
    if not user or not user.is_authenticated or not user.is_active:
        return False
    member = getattr(user, "member", None)
    return member is not None and member.is_active


def speaks_for(user):
    """The organisations whose people this person manages: as their focal point, and while nobody contests it."""
    if not is_member(user):
        return Organisation.objects.none()
    focal = Membership.objects.filter(member=user.member, is_active=True, is_focal_point=True)
    return Organisation.objects.live().filter(pk__in=focal.values("organisation"), frozen_at=None)


def speakers(*organisations, deputies=True):
    """The users who speak for one of these organisations (None among them is nobody), unless that is contested; with
    their deputies, or without."""
    rows = _speaking(each.pk for each in organisations if each is not None)
    rows = rows if deputies else rows.filter(is_deputy=False)
    return {row.member.user for row in rows.select_related("member__user")}


def spoken_for(organisations) -> set[int]:
    """Of these organisations (primary keys) those for which somebody speaks here, uncontested."""
    return set(_speaking(organisations).values_list("organisation", flat=True))


def _speaking(organisations):
    return Membership.objects.filter(
        is_active=True,
        is_focal_point=True,
        organisation__in=list(organisations),
        organisation__frozen_at=None,
        member__is_active=True,
        member__user__is_active=True,
    )


def manages(user, organisation):
    """Whether this person may invite into an organisation and end memberships of it."""
    return is_editor(user) or (organisation is not None and speaks_for(user).filter(pk=organisation.pk).exists())


def takes_two(organisation):
    """Whether two editors name who speaks for it: for an authority, and after a contest."""
    return organisation.is_authority or organisation.is_frozen


def require(allowed):
    """Raises PermissionDenied unless it is allowed."""
    if not allowed:
        raise PermissionDenied
