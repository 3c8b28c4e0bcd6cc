"""Who may follow, ask and answer: members and editors, as far as the entry itself is open to them."""

from portal.access.enums import Action, Relation
from portal.access.policy import can
from portal.access.readers import reader_of, takes_part
from portal.access.relations import stands_in
from portal.directory.rights import is_editor
from portal.notifications.naming import published


def may_follow(user, identity):
    """Whether this person may follow an entry: one that is published and of which they may know."""
    return _stands(user, Action.KNOW, identity)


def may_discuss(user, identity):
    """Whether this person sees the discussion of an entry, and may ask and answer: who may read its details."""
    return _stands(user, Action.READ, identity)


def may_close(user, question, identity):
    """Whether this person may close a question as answered: who asked it, the entry's focal points, editors."""
    if not may_discuss(user, identity):
        return False
    return speaks_of(user, identity) or question.posts.filter(is_question=True, author=user.pk).exists()


def may_rule(user, post):
    """Whether this person decides about a post: an editor, though not about their own words."""
    return is_editor(user) and post.author_id != user.pk


def speaks_of(user, identity):
    """Whether this person answers for an entry: a focal point of its owner or keeper, while nobody contests it, or an
    editor."""
    return stands_in(reader_of(user).deciding, identity, {Relation.OWNER, Relation.KEEPER, Relation.EDITOR})


def _stands(user, action, identity):
    return takes_part(user) and can(user, action, identity) and published(identity).exists()
