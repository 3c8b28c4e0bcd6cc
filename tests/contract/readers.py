"""Who asks: a visitor, and members of whom each may read something that the others may not."""

from portal.users.models import User
from tests.factories.people import member_of

ROLES = {
    "organisation": "member@demo.example",
    "focal": "focal-point@demo.example",
    "authority": "authority@demo.example",
    "granted": "facilitator@demo.example",
    "editor": "editor@demo.example",
}
"""By the name in questions.tsv, the sign-in of the fictional country: staff of an organisation that keeps records of
its own, two who speak for theirs, one to whom the details of a record were opened, and who may read everything."""


def readers():
    """The users by their name in questions.tsv; a visitor is None, and `member` is of no organisation."""
    known = {name: User.objects.get(email=email) for name, email in ROLES.items()}
    return {"visitor": None, "member": member_of(), **known}
