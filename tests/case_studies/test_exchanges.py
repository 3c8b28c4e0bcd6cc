"""Exchanges that differ in nothing but their parties are told as one, and no pair that never was."""

import pytest

from case_studies.exchanges import merged
from case_studies.models import CaseStudyExchange
from portal.taxonomy.models import GeographyLevel
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return [OrganisationFactory(name_en=name) for name in ("Alpha", "Beta", "Gamma")]


def rows(*pairs, **fields):
    return [CaseStudyExchange(provider=one, receiver=other, **{"what": "Maps", **fields}) for one, other in pairs]


def told(found):
    return [(exchange.givers, exchange.takers, exchange.is_mutual) for exchange in merged(found)]


def test_each_of_some_to_each_of_others_is_one(bodies):
    alpha, beta, gamma = bodies

    assert told(rows((alpha, gamma), (beta, gamma))) == [(("Alpha", "Beta"), ("Gamma",), False)]
    assert told(rows((None, alpha), (None, beta))) == [((), ("Alpha", "Beta"), False)]


def test_all_with_each_other_is_between_them(bodies):
    every = [(one, other) for one in bodies for other in bodies if one != other]

    assert told(rows(*every)) == [(("Alpha", "Beta", "Gamma"), ("Beta", "Gamma", "Alpha"), True)]


def test_pairs_that_never_exchanged_anything_are_not_said(bodies):
    alpha, beta, gamma = bodies

    assert told(rows((alpha, beta), (beta, gamma))) == [
        (("Alpha",), ("Beta",), False),
        (("Beta",), ("Gamma",), False),
    ]


def test_what_differs_stays_apart(bodies):
    alpha, beta, gamma = bodies
    found = rows((alpha, gamma)) + rows((beta, gamma), what="Lists")

    assert [exchange.row.what for exchange in merged(found)] == ["Maps", "Lists"]


def test_a_note_that_repeats_a_name_is_left_out(bodies):
    alpha, beta, _ = bodies
    point = GeographyLevel.objects.get(key="point")
    (repeated,) = merged(
        rows((alpha, beta), provider_note="alpha", receiver_note="both", level=point, level_note="point")
    )
    (other,) = merged(rows((alpha, beta), level=point, level_note="site"))

    assert (repeated.from_note, repeated.to_note, repeated.level_note) == ("", "both", "")
    assert other.level_note == "site"


def test_the_page_tells_each_once(client, bodies):
    alpha, beta, gamma = bodies
    page = make_record(exchanges=rows((alpha, gamma), (beta, gamma), provider_note="centres"))

    text = client.get(page.url).text

    assert text.count('<li class="exchange">') == 1
    assert '<bdi>Alpha, Beta <small class="soft">(<bdi>centres</bdi>)</small></bdi>' in text
