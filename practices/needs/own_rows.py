from portal.directory.own_data import add_part
from practices.needs.models import MatchMark


def marks(user):
    """What they said of matches, where it is the last word; for them to take along."""
    return list(MatchMark.objects.filter(by=user).values("need__code", "holding__code", "mark", "reason", "on"))


add_part("marks_of_matches", marks)
