"""People in each relation to an organisation."""

import factory
from django.contrib.auth.models import Group, Permission
from factory.django import DjangoModelFactory

from portal.directory.models import Member, Membership, Organisation
from portal.home.setup.groups import EDITORS
from portal.taxonomy.models import OrganisationType
from portal.users.models import User


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name_en = factory.Sequence(lambda number: f"Organisation {number}")
    kind = factory.LazyFunction(lambda: OrganisationType.objects.get(key="international_ngo"))


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda number: f"person-{number}@example.org")


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = Member

    user = factory.SubFactory(UserFactory)


def member_of(*organisations, focal_point=False, **member_fields):
    """The user of an active member of these organisations."""
    member = MemberFactory(**member_fields)
    for organisation in organisations:
        Membership.objects.create(member=member, organisation=organisation, is_focal_point=focal_point)
    return member.user


def editor(user=None):
    """The user of an editor."""
    user = user or UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def clerk():
    """Somebody who may enter the admin and nothing else."""
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user
