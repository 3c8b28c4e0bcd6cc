"""The canary sweep of the bundle: in a world where each text is known again, it tells a visitor's share of them."""

import pytest
from django.core.management import call_command

from portal.core.languages import LANGUAGES
from tests.access.asking import Answer, Asker
from tests.access.stage import staged
from tests.access.sweep import Allowed
from tests.offline.bundles import packed

pytestmark = pytest.mark.django_db
OF_ORGANISATIONS = ("also_named", "coverage note", "coverage source", "name of its double")
NOT_IN_IT = {("organisation", field) for field in OF_ORGANISATIONS}
"""Files are at the portal; so are other names of organisations, and what these say of coverage, which no page of an
entry tells."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with staged(django_db_blocker) as world:
        yield world


@pytest.fixture(scope="module")
def told(world):
    """What the bundle in each language tells."""
    return {language: Answer(200, (), packed(language), ()) for language in LANGUAGES}


@pytest.fixture(scope="module")
def visitors(world):
    return Allowed(world, None)


def explained(world, tokens):
    return sorted({(world.records[world.tokens[each].record].kind.key, world.tokens[each].field) for each in tokens})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bundle_tells_no_word_that_is_not_for_visitors(language, world, told, visitors):
    assert [world.tokens[token] for token in told[language].tokens - visitors.tokens] == []
    assert told[language].codes & visitors.hidden_codes == set()


def test_it_tells_what_visitors_may_read(world, told, visitors):
    """Else the test above proves nothing: every record that is public by its title, and each field of a table."""
    seen = set().union(*(answer.tokens for answer in told.values()))

    assert {
        (kind, field) for kind, field in explained(world, visitors.tokens - seen) if "document" not in field
    } == NOT_IN_IT


def test_everybody_gets_the_same_file(world, visitors, folder):
    call_command("renew_offline", verbosity=0)
    for who in ("visitor", "stranger", "grantee", "focal point", "editor"):
        asker = Asker(world.people[who])
        for path in ("/offline.zip", "/fr/offline.zip", "/ar/offline.zip"):
            answer = asker.ask(path)

            assert answer.status == 200
            assert answer.tokens <= visitors.tokens
            assert answer.codes & visitors.hidden_codes == set()
            assert answer.cookies == ()
