"""What is not even read for a need that looks everywhere could be no match of it."""

from uuid import uuid4

import pytest
from django.utils import timezone

from portal.taxonomy.models import GeographyLevel
from practices.needs.matching import reading, scales
from practices.needs.matching.facts import HoldingFacts, NeedFacts
from practices.needs.matching.judging import Cards
from practices.needs.matching.near import _is_near_anywhere
from practices.needs.matching.ranking import LEAST
from practices.needs.models import Match
from practices.needs.renewing import renew_all, renew_for
from tests.factories.needs import kinds, make_holding, make_need

pytestmark = pytest.mark.django_db


def test_what_is_left_out_never_comes_to_the_least_of_points():
    words, left_out = scales(), 0
    for asked, answers in words.related.items():
        cards = Cards(NeedFacts(uuid4(), (asked,)), words)
        for held, relation in answers.items():
            said = cards.said(HoldingFacts(uuid4(), frozenset({held}), countries=frozenset({"irq"})))
            is_match = bool(said) and sum(each.points for each in said) >= LEAST
            left_out += not _is_near_anywhere(relation)
            assert _is_near_anywhere(relation) or not is_match, (asked, held)
    assert left_out > 100


def test_a_need_that_looks_everywhere_finds_the_same_by_itself_as_among_all():
    need = make_need(countries=[], data_kinds=kinds("schools"))
    everywhere = GeographyLevel.objects.get(key="global")
    for key in ("schools", *sorted(scales().related["schools"])):
        make_holding(data_kinds=kinds(key), last_updated_on=timezone.localdate())
        make_holding(data_kinds=kinds(key), countries=[], coverage=everywhere)

    renew_all()
    among_all = stored()
    Match.objects.all().delete()
    renew_for([need.key])

    assert stored() == among_all
    assert len(among_all) > 2


def test_what_could_be_no_match_is_not_read():
    need = make_need(countries=[], data_kinds=kinds("schools"))
    close = next(key for key, relation in scales().related["schools"].items() if not _is_near_anywhere(relation))
    here, same = make_holding(data_kinds=kinds(close)), make_holding(data_kinds=kinds("schools"))

    read = {each.key for each in reading.cards_near(reading.needs([need.key]))}

    assert same.key in read
    assert here.key not in read


def stored():
    return sorted(Match.objects.values_list("need", "holding", "digest"))
