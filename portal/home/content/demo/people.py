"""One sign-in per role. They belong to fictional organisations only and are named by their role."""

from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from portal.directory.models import Member, Membership, Organisation
from portal.home.setup.groups import EDITORS
from portal.users.models import User

PASSWORD = "exampleland-demo"
ROLES = ("member", "focal point", "authority", "facilitator", "editor", "second editor", "administrator")
ORGANISATION_OF = {
    "member": ("org-xxa-relief", False),
    "focal point": ("org-xxa-clearance", True),
    "authority": ("org-xxa-authority", True),
    "facilitator": ("org-xxa-coordination", False),
}
"""By role, the organisation, and whether the person speaks for it; editors and administrators belong to none."""


class SignIn(NamedTuple):
    """How to sign in as one of the demo's roles."""

    role: str
    email: str
    password: str


def demo_sign_ins():
    """The SignIn of each role, in the order of what they may do."""
    return tuple(SignIn(role, f"{role.replace(' ', '-')}@demo.example", PASSWORD) for role in ROLES)


def add_accounts():
    """The users by role; known ones are left as they are."""
    missing = {sign_in.email for sign_in in demo_sign_ins()} - set(User.objects.values_list("email", flat=True))
    # One hash for all: it takes a third of a second and protects nothing here.
    encoded = make_password(PASSWORD) if missing else ""
    return {each.role: _account(each, encoded) for each in demo_sign_ins()}


def _account(sign_in, encoded):
    is_admin = sign_in.role == "administrator"
    values = {
        "password": encoded,
        "first_name": "Demo",
        "last_name": sign_in.role,
        "is_staff": is_admin,
        "is_superuser": is_admin,
    }
    user, is_new = User.objects.get_or_create(email=sign_in.email, defaults=values)
    if is_new:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        if sign_in.role in ("editor", "second editor"):
            user.groups.add(Group.objects.get(name=EDITORS))
    return user


def add_memberships(users):
    """Makes members of those who belong to an organisation, all but the authority's in the directory; one that
    was ended stays ended."""
    for role, (source_id, is_focal_point) in ORGANISATION_OF.items():
        told = {"is_listed": role != "authority", "languages": ["en", "fr", "ar"]}
        member, _ = Member.objects.get_or_create(user=users[role], defaults=told)
        organisation = Organisation.objects.get(source_id=source_id)
        Membership.objects.get_or_create(
            member=member, organisation=organisation, defaults={"is_focal_point": is_focal_point}
        )
