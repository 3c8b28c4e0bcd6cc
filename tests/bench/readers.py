from portal.directory.models import Member, Membership, Organisation
from portal.users.models import User
from tests.factories.people import editor


def all():
    """A visitor, a member of two organisations who speaks for one, an editor."""
    an_editor = User.objects.filter(groups__isnull=False).first() or editor()
    return {"visitor": None, "member": _member(), "editor": an_editor}


def _member():
    member = Member.objects.filter(user__email="bench@example.org").first()
    if member is None:
        member = Member.objects.create(user=User.objects.create_user("bench@example.org"))
        for number, organisation in enumerate(Organisation.objects.filter(source_id__startswith="bench-")[:2]):
            Membership.objects.create(member=member, organisation=organisation, is_focal_point=number == 0)
    return member.user
