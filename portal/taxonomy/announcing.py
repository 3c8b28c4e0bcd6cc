"""Tells the rooms to the right what changed, together with who uses it."""

from portal.taxonomy.relations import users_of
from portal.taxonomy.signals import terms_changed
from portal.taxonomy.tree import tree_of


def announce_change(*, model, pks, by):
    """Says that terms were relabelled or moved; what shows them or terms below them is named as `users`."""
    tree = tree_of(model)
    keys = frozenset(tree.by_pk[pk].key for pk in pks)
    terms_changed.send(sender=model, model=model, keys=keys, users=users_of(model, pks), replaced_by="", by=by)


def announce_replacement(*, term, by_term, users, by):
    """Says that a term's users, as they were before, now have another."""
    model = type(term)
    terms_changed.send(
        sender=model, model=model, keys=frozenset([term.key]), users=users, replaced_by=by_term.key, by=by
    )
