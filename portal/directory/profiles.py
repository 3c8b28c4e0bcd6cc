"""What members say of themselves, who of them agreed to be found, and by what others know them."""

from django.db import transaction

from portal.directory.models import Member
from portal.directory.rights import is_member, require


@transaction.atomic
def keep_profile(*, user, first_name, last_name, expertise, countries, **said):
    """Keeps what a member says of themselves (`said`: role, languages, is_listed); returns the Member.

    Raises PermissionDenied for who is no active member.
    """
    require(is_member(user))
    if (first_name, last_name) != (user.first_name, user.last_name):
        user.first_name, user.last_name = first_name, last_name
        user.save(update_fields=["first_name", "last_name"])
    member = Member.objects.select_for_update().get(user=user)
    for name, value in said.items():
        setattr(member, name, value)
    member.save()
    member.expertise.set(expertise)
    member.countries.set(countries)
    return member


def listed_members():
    """The members that others may find: active, and they said so themselves."""
    return Member.objects.filter(is_active=True, is_listed=True, user__is_active=True)


def name_of(person, *, is_known=False) -> str:
    """The name of somebody (a User or None) for members: where they agreed to be found, as `listed_members` says, or to
    who knows them anyway (`is_known`); else ""."""
    if person is None:
        return ""
    return person.get_full_name() if is_known or (is_member(person) and person.member.is_listed) else ""


def role_of(person) -> str:
    """What somebody (a User or None) does, for everyone, as long as they are a member; else ""."""
    return person.member.role if is_member(person) else ""
