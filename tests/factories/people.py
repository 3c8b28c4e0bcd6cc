"""People in each relation to an organisation."""

import factory
from allauth.mfa.models import Authenticator
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

        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person-{number}@example.org")

    @factory.post_generation
    def second_factor(self, create, extracted, **kwargs):
        if create and self.is_superuser:
            with_factor(self)


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = Member

    user = factory.SubFactory(UserFactory)


def with_factor(user):
    """The same user, with an authenticator app: without, whoever must have one reaches nothing."""
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "none"}})
    return user


def member_of(*organisations, focal_point=False, **member_fields):
    """The user of an active member of these organisations; who speaks for an authority has a second factor."""
    member = MemberFactory(**member_fields)
    for organisation in organisations:
        Membership.objects.create(member=member, organisation=organisation, is_focal_point=focal_point)
        if focal_point and organisation.is_authority:
            with_factor(member.user)
    return member.user


def editor(user=None):
    """The user of an editor, who signs in with a second factor."""
    user = user or UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return with_factor(user)


def clerk():
    """Somebody who may enter the admin and nothing else."""
    user = with_factor(UserFactory())
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user
