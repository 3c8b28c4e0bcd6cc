"""Begins and ends following an entry."""

from portal.community.models import Follow
from portal.community.rights import may_follow
from portal.directory.rights import require
from portal.linkage.ends import ends_for


def follow(*, user, identity):
    """This person hears of the entry from now on; done again, it changes nothing. Raises PermissionDenied for who may
    not know of it."""
    require(may_follow(user, identity))
    Follow.objects.get_or_create(user=user, identity=identity)


def stop_following(*, user, identity):
    """They hear of it no more."""
    Follow.objects.filter(user=user, identity=identity).delete()


def followers(identity) -> set:
    """The users who follow an entry; whether they may still know of it is asked when a mail goes."""
    return {row.user for row in identity.follows.select_related("user")}


def follow_on(*, identity, into):
    """Who follows an entry that goes on as another one follows that, too, as far as they may know of it."""
    for user in followers(identity):
        if may_follow(user, into):
            Follow.objects.get_or_create(user=user, identity=into)


def is_following(user, key):
    """Whether this person follows the entry with that key."""
    return Follow.objects.filter(user=user, identity=key).exists()


def followed(user):
    """The Ends of what this person follows, the newest first: of what they may know now."""
    keys = list(Follow.objects.filter(user=user).order_by("-since", "-pk").values_list("identity", flat=True))
    ends = ends_for(keys, user)
    return [ends[key] for key in keys if key in ends]
