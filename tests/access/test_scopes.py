"""A token opens what its scopes say and nothing else, and never a word more than its person may see."""

import pytest

from portal.api.enums import Scope
from portal.records.registry import kinds
from tests.access.addresses import addresses_of
from tests.access.asking import Asker
from tests.access.filled_api import ROWS, WRITTEN
from tests.access.sweep import leaks
from tests.factories.tokens import kept_token

SOME = 6
"""Of the addresses of one name, one in so many is asked."""
NAMES = [name for name in ROWS if name.startswith("api:")]
DRAFTS = {f"api:draft-{name}" for name in WRITTEN}
OPEN = {"api:openapi"}
READ = {
    "api:records", "api:facets", "api:vocabularies", "api:vocabulary", "api:record", "api:links", "api:trail",
    "api:matches", *(f"api:{kind.index_path}" for kind in kinds()),
}  # fmt: skip
OPENED = {
    Scope.READ: READ | OPEN,
    Scope.NEEDS: {"api:draft-needs"} | OPEN,
    Scope.HOLDINGS: {"api:draft-holdings"} | OPEN,
    Scope.OUTPUTS: {"api:draft-outputs"} | OPEN,
    Scope.ACTIONS: OPEN,
}


@pytest.mark.parametrize("who", ["focal point", "editor"])
@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_opens_what_its_scope_says(scope, who, sweep):
    user, opened = sweep.world.people[who], set()
    asker = Asker(user)
    asker.token = kept_token(user, (scope,))

    for name in NAMES:
        every = addresses_of(name, sweep.world)
        for address in every if name in DRAFTS else every[::SOME]:
            answer = asker.ask(address.path)
            assert answer.status in (200, 403, 404, 405), address.path
            assert sweep.explained(leaks(address, answer, sweep.allowed[who])) == []
            if answer.status == 200:
                opened.add(name)
            else:
                assert not answer.tokens - address.echo

    # Editors belong to no organisation for which they could write.
    assert opened == (OPENED[scope] if who == "focal point" else OPENED[scope] - DRAFTS)
