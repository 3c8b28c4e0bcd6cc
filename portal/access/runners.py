"""Whom a record names to run what it is about, told by the features that know: an event its hosts and facilitators."""

from collections.abc import Callable

from django.db.models import Q

_named: list[Callable] = []


def on_runners(names):
    """Registers `names(reader)`, which gives a Q over identities: those that name an organisation of this Reader, an
    active member, so. It goes by what is published, never by a draft: who writes a draft must not give rights with it.
    """
    if names not in _named:
        _named.append(names)
    return names


def run_by(reader) -> Q:
    """A Q over the identities that a Reader runs; none where nothing is registered."""
    return Q.create([Q(pk__in=[]), *(names(reader) for names in _named)], connector=Q.OR)
