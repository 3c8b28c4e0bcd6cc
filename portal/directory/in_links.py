"""Which person a signed address is for. The address says it by a key: a number that counts up would tell whoever holds
it how many accounts there are."""

from portal.core.keys import key_in
from portal.directory.models import Member


def word_for(user) -> str:
    """What stands in an address for a user who is, or was, a member."""
    return user.member.contact_key.hex


def person_of(word):
    """The user for whom it stands, while their account is active; None for nobody."""
    key = key_in(word)
    found = Member.objects.filter(contact_key=key, user__is_active=True).select_related("user").first() if key else None
    return found and found.user
