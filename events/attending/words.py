"""What the words of a spreadsheet mean: roles, organisations of the portal, yes and no; in the three languages."""

from portal.access.queries import visible_to
from portal.access.readers import reader_of
from portal.directory.models import Organisation
from portal.taxonomy.models import ParticipantRole

YES = frozenset({"yes", "y", "true", "1", "x", "oui", "vrai", "نعم"})
NO = frozenset({"no", "n", "false", "0", "non", "faux", "لا"})


def roles_at_events():
    """The roles that somebody can have at an event."""
    return ParticipantRole.objects.current().filter(attributes__context__in=["event", "both"])


def organisations_for(user):
    """The organisations that `user` may name: those of which they may know, and their own."""
    live = Organisation.objects.live()
    return visible_to(live, user) | live.filter(pk__in=reader_of(user).organisation_ids)


class Known:
    """The words that who sends a file may use. An organisation of which they may not know is one in words for them."""

    def __init__(self, user):
        roles = list(roles_at_events())
        self.role_words = [role.label for role in roles]
        self._roles = {word.casefold(): role for role in roles for word in {role.key, *role.labels}}
        self._organisations = {}
        for each in organisations_for(user):
            for word in {each.code, *each.names}:
                # A word that means two organisations means none of them.
                known = self._organisations.setdefault(word.casefold(), each)
                self._organisations[word.casefold()] = each if known == each else None

    def role(self, text):
        """The ParticipantRole of its key or label, None for other words."""
        return self._roles.get(text.casefold())

    def organisation(self, text):
        """The organisation of that name, abbreviation or code; None for other words, and for what could be two."""
        return self._organisations.get(text.casefold())

    def yes_or_no(self, text):
        """True, False, or None for nothing and for other words."""
        word = text.casefold()
        return True if word in YES else False if word in NO else None
