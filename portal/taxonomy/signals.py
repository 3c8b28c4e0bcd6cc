"""What this room tells the rooms to its right."""

from django.dispatch import Signal

# Sent inside the transaction, after the change, with
#   model        the vocabulary's class
#   keys         frozenset of the keys that were relabelled, moved in their tree or replaced
#   users        model → frozenset of primary keys of the objects (pages, organisations …) that show these terms
#   replaced_by  key of the term that took their place, "" after a relabelling
#   by           the user who did it, None for the loader
# A receiver that fails undoes the change: what is made from terms never says other than the terms do.
terms_changed = Signal()
