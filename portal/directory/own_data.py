"""All that the portal keeps of one person, in plain values, for them to take along."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from portal.directory.models import Invitation, JoinRequest, Member

_parts = {}


def add_part(name, read):
    """Adds what another app keeps of a person: `read(user)` gives plain values."""
    _parts[name] = read


def own_data(user) -> dict:
    """Account, membership, invitations and requests, and the parts of other apps; no secret, nothing about others."""
    return _of_directory(user) | {name: read(user) for name, read in _parts.items()}


def _of_directory(user):
    return {
        "account": {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "opened_at": user.date_joined,
            "last_sign_in": user.last_login,
            "addresses": list(user.emailaddress_set.order_by("pk").values("email", "verified", "primary")),
            "second_factors": [str(kind) for kind in _factors(user)],
            "sessions": list(UserSession.objects.filter(user=user).values("created_at", "ip", "user_agent")),
        },
        "member": _member(Member.objects.filter(user=user).first()),
        "invitations_received": list(
            Invitation.objects.filter(email=user.email).values("invited_at", "accepted_at", "organisation__name_en")
        ),
        "invitations_sent": list(user.invitations.values("invited_at", "accepted_at", "email")),
        "requests_to_join": list(
            JoinRequest.objects.filter(email=user.email).values(
                "asked_at", "name", "organisation_name", "role", "reason", "vouched_by", "state"
            )
        ),
    }


def _factors(user):
    return Authenticator.objects.filter(user=user).order_by("pk").values_list("type", flat=True)


def _member(member):
    if member is None:
        return None
    rows = member.memberships.select_related("organisation").order_by("pk")
    return {
        "joined_on": member.joined_on,
        "is_active": member.is_active,
        "is_listed": member.is_listed,
        "role": member.role,
        "languages": member.languages,
        "expertise": [term.key for term in member.expertise.all()],
        "countries": [term.key for term in member.countries.all()],
        "organisations": [
            {
                "name": row.organisation.name_en,
                "code": row.organisation.code,
                "is_focal_point": row.is_focal_point,
                "is_deputy": row.is_deputy,
                "is_active": row.is_active,
                "since": row.began_at,
            }
            for row in rows
        ],
    }
