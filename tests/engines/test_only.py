"""A search limited to some records, by their keys: whether what was changed matches."""

from django.http import QueryDict

from portal.access.enums import Level
from portal.search.query import RecordQuery
from tests.engines.conftest import ask
from tests.factories.records import make_record


def found(parameters, *pages):
    query = RecordQuery.from_parameters(QueryDict(parameters))
    query.only = tuple(page.key for page in pages)
    result = ask(query)
    assert result.total == len(result.hits)
    return {hit.key for hit in result.hits}


def test_only_these_records_are_found():
    one, two, other = (make_record(title=f"Sharing {word}") for word in ("minefields", "minefields too", "schools"))

    for parameters in ("q=minefields", "kind=case_study&q=minefields", "q=minefields&language=en"):
        assert found(parameters, one, other) == {one.key}
    assert found("", one, other) == {one.key, other.key}
    assert found("kind=case_study", two) == {two.key}
    assert found("q=minefields") == set()


def test_they_are_found_as_far_as_their_reader_may_know():
    hidden = make_record(title="Sharing minefields", listed_to=Level.MEMBERS)

    assert found("q=minefields", hidden) == set()
    assert found("", hidden) == set()
