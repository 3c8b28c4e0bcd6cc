"""Which questions are answered with "everything", and which were asked, in this process."""

from contextlib import contextmanager

import pytest
from django.db.models import Q


class Switch:
    """`on` are the places of the mutants, none for the portal as it is; `asked` are the places that were reached."""

    def __init__(self):
        self.on, self.asked, self.broken = frozenset(), set(), None

    @contextmanager
    def turned(self, *places):
        """The questions at `places` are answered with "everything"; what is asked is kept anew."""
        self.on, self.asked = frozenset(places), set()
        try:
            yield
        finally:
            self.on = frozenset()

    @contextmanager
    def off(self):
        """The portal as it is, for a while."""
        on, self.on = self.on, frozenset()
        try:
            yield
        finally:
            self.on = on


SWITCH = Switch()


def ask(place, question, *args, **kwargs):
    """Stands in place of each question: asks it, or answers with "everything"."""
    SWITCH.asked.add(place)
    if place not in SWITCH.on:
        return question(*args, **kwargs)
    try:
        return everything(question, *args, **kwargs)
    except Exception as error:
        # A page that fails by a mistake of ours must not pass for a mutant that was noticed.
        SWITCH.broken = error
        raise


def everything(question, *args, **kwargs):
    """The answer to a question if all were open to everybody: True, or whatever its other filters leave."""
    # Here, since the portal's own modules are imported before its apps are ready.
    from portal.search.audience import Scope

    if question.__name__ == "can":
        return True
    with all_open():
        answer = question(*args, **kwargs)
    return Scope.everything() if isinstance(answer, Scope) else answer


@contextmanager
def all_open():
    """The decisions about many let every row through: that of identities, and that of requests, which have none."""
    from portal.access.models import identity
    from practices.requests.models import request

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(identity, "scope_of", lambda *_: Q())
        patched.setattr(request, "seen_by", lambda *_: Q())
        yield
