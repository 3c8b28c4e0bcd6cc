"""All that the portal keeps of one person, in plain values, for them to take along."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q

from portal.directory.models import HandOver, Invitation, JoinRequest, Member, Nomination

_parts = {}


def add_part(name, read):
    """Adds what another app keeps of a person: `read(user)` gives plain values."""
    _parts[name] = read


def own_data(user) -> dict:
    """Account, membership, how they joined and speak, and the parts of other apps; no secret, nothing about others."""
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
        **_of_joining(user),
        **_of_speaking(user),
    }


def _of_joining(user):
    own = Q(account=user) | Q(email=user.email)
    asked = ("asked_at", "email", "name", "organisation_name", "role", "reason", "vouched_by", "state", "decided_at")
    return {
        "invitations_received": list(
            Invitation.objects.filter(own).values("invited_at", "accepted_at", "email", "organisation__name_en")
        ),
        # Whom they invited is about others.
        "invitations_sent": list(user.invitations.values("invited_at", "accepted_at", "organisation__name_en")),
        "requests_to_join": list(JoinRequest.objects.filter(own).values(*asked)),
    }


def _of_speaking(user):
    named = ("organisation__name_en", "is_deputy", "reference", "asked_at", "decided_at", "is_approved")
    gone = ("organisation__name_en", "cause", "started_at", "decided_at")
    return {
        "nominations": list(Nomination.objects.filter(member__user=user).values(*named)),
        "hand_overs": list(HandOver.objects.filter(member__user=user).values(*gone)),
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
