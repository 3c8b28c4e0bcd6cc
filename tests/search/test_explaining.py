import re

import pytest
from django.http import QueryDict

from portal.access.enums import Level
from portal.search.engines import engine
from portal.search.engines.explaining import worths_of
from portal.search.query import RecordQuery
from tests.factories.people import editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
ADDRESS = "/search/?q=wells+drones&explain=1"


def sentences(client):
    return re.findall(r"Score [^<]*", client.get(ADDRESS).content.decode())


def test_editors_are_told_what_a_place_is_made_of(client):
    make_record(title="Wells and drones")
    make_record(title="Schools")
    client.force_login(editor())

    (sentence,) = sentences(client)

    assert re.fullmatch(r"Score \d\.\d\d = \(“wells” \d\.\d\d \+ “drones” \d\.\d\d\) × 1\.20 for its kind", sentence)
    assert "explain" not in client.get(ADDRESS).context["listing"].notices


def test_for_all_others_it_is_a_parameter_like_any_that_is_not_known(client):
    make_record(title="Wells and drones")

    for user in (None, member_of()):
        if user:
            client.force_login(user)
        answer = client.get(ADDRESS)
        assert sentences(client) == []
        assert answer.context["listing"].notices == ["“explain” is not something to filter by; it was ignored."]


def test_what_a_hit_is_worth_is_reckoned_from_what_its_reader_may_read():
    make_record(title="Wells", results="<p>With drones.</p>", details_to=Level.MEMBERS)

    def said(user):
        query = RecordQuery.from_parameters(QueryDict("q=wells+drones"))
        worths = worths_of(engine(), query, user, engine().search(query, user, "en"))
        return [typed for worth in worths.values() for typed, _ in worth.parts]

    assert said(None) == ["wells"]
    assert said(member_of()) == ["wells", "drones"]
