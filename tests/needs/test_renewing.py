"""Matches follow the records: published, changed, withdrawn, and with the day."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django_tasks.signals import task_enqueued

from portal.access.changes import announced_together
from portal.access.models import RecordIdentity
from portal.core.generation import generation
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import (
    Audience,
    GeographyLevel,
    NeedState,
    ParticipantRole,
    Sector,
    SharingRung,
    UpdateFrequency,
)
from practices.holdings.models import SharingStep
from practices.needs.models import Match
from practices.needs.renewing import renew_all, renew_for
from practices.needs.tasks import renew_matches
from tests.access.clock import standing
from tests.factories.needs import countries, kinds, make_holding, make_need
from tests.factories.people import OrganisationFactory
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What waits for the end of a transaction is done at the end of the block, tasks too."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def _noon(*day):
    return datetime(*day, 12, tzinfo=UTC)


def stored():
    """All that is kept of each match but its day and its primary key."""
    return list(Match.objects.order_by("holding").values("need", "holding", "reasons", "shortfalls"))


def pairs():
    return set(Match.objects.values_list("need", "holding"))


def test_a_published_pair_is_matched_whichever_comes_first(committed):
    with committed():
        need = make_need()
        first = make_holding()
    with committed():
        second = make_holding()
        make_holding(countries=countries("ukr"))

    assert pairs() == {(need.key, first.key), (need.key, second.key)}


def test_a_change_of_either_side_is_followed(committed):
    with committed():
        need, holding = make_need(), make_holding()
    with committed():
        holding.data_kinds = kinds("market_prices")
        holding.save_revision().publish()
    assert pairs() == set()

    with committed():
        need.data_kinds = kinds("market_prices")
        need.save_revision().publish()
    assert pairs() == {(need.key, holding.key)}


@pytest.mark.parametrize("state", ["met", "withdrawn"])
def test_nothing_is_looked_for_any_more_when_a_need_is_met_or_withdrawn(committed, state):
    with committed():
        need = make_need()
        make_holding()
    with committed():
        need.state = NeedState.objects.get(key=state)
        need.save_revision().publish()

    assert pairs() == set()


def test_what_is_unpublished_or_withdrawn_matches_nothing(committed):
    with committed():
        need, unpublished, withdrawn = make_need(), make_holding(), make_holding()
    assert len(pairs()) == 2

    with committed():
        unpublished.unpublish()
        decide(withdrawn, listed_to="public", withdrawn_at="2026-11-01T00:00Z")
    assert pairs() == set()
    assert need.key in RecordIdentity.objects.values_list("pk", flat=True)


def test_many_changes_at_once_are_worked_out_together(committed):
    enqueued = []

    def note(task_result, **_):
        if task_result.task.func is renew_matches.func:
            enqueued.append(set(task_result.args[0]))

    task_enqueued.connect(note)
    try:
        with committed(), announced_together():
            need = make_need()
            holdings = [make_holding() for _ in range(3)]
    finally:
        task_enqueued.disconnect(note)

    assert enqueued == [{str(page.key) for page in (need, *holdings)}]
    assert pairs() == {(need.key, holding.key) for holding in holdings}


def test_one_record_and_all_give_the_same():
    need, holding, other = make_need(), make_holding(), make_holding(countries=countries("ukr", "irq"))
    renew_for([holding.key, other.key])
    one_by_one = stored()
    Match.objects.all().delete()
    renew_for([need.key])
    assert stored() == one_by_one
    Match.objects.all().delete()

    assert renew_all() == 2

    assert stored() == one_by_one


def test_a_match_keeps_the_day_on_which_it_was_found():
    with standing(_noon(2026, 5, 1)):
        make_need()
        holding = make_holding()
        renew_all()
    holding.countries = countries("irq", "ukr")
    holding.save_revision().publish()

    with standing(_noon(2026, 6, 1)):
        renew_all()

    assert list(Match.objects.values_list("found_on", flat=True)) == [date(2026, 5, 1)]


def test_data_grow_old_by_themselves():
    make_need()
    make_holding(update_frequency=UpdateFrequency.objects.get(key="monthly"), last_updated_on=date(2026, 4, 20))
    said = {}
    for month in (5, 8):
        with standing(_noon(2026, month, 1)):
            call_command("renew_matches", verbosity=0)
        match = Match.objects.get()
        said[month] = {each["code"] for each in (*match.reasons, *match.shortfalls)}

    assert said[5] ^ said[8] == {"fresh", "late"}


def test_what_did_not_change_is_not_written():
    make_need()
    make_holding()
    renew_all()
    before = generation()

    renew_all()

    assert generation() == before


def test_nobody_is_offered_what_is_their_own():
    organisation = OrganisationFactory()
    role = {key: ParticipantRole.objects.get(key=key) for key in ("data_user", "data_owner")}
    need = make_need(organisations=[RecordOrganisation(organisation=organisation, role=role["data_user"])])
    make_holding(organisations=[RecordOrganisation(organisation=organisation, role=role["data_owner"])])
    kept = make_holding()
    decide(kept, listed_to="public", custodian=organisation)
    others = make_holding()

    renew_all()

    assert pairs() == {(need.key, others.key)}


def _asked_by(organisation, **need):
    role = ParticipantRole.objects.get(key="data_user")
    return make_need(organisations=[RecordOrganisation(organisation=organisation, role=role)], **need)


@pytest.mark.parametrize(("listed_to", "is_told"), [("public", True), ("members", False)])
def test_what_a_hidden_organisation_is_decides_nothing(listed_to, is_told):
    """Of its own sector nothing is offered for these kinds; of its kind is the audience of the ladder."""
    ladder = [_stated("ngos", "exact"), _stated("public", "adm1_count")]
    make_holding(sectors=list(Sector.objects.filter(key="education")), ladder=ladder)
    asking = OrganisationFactory()
    asking.sectors.set(Sector.objects.filter(key="education"))
    decide(asking, listed_to=listed_to)
    _asked_by(asking, coarsest_level=GeographyLevel.objects.get(key="adm2"))

    renew_all()

    (match,) = Match.objects.all()
    said = {each["code"]: each for each in (*match.reasons, *match.shortfalls)}
    assert ("own_sector" in said) is is_told
    assert {each["audience"] for each in said.values() if "audience" in each} == {"ngos" if is_told else "public"}


def _stated(audience, rung):
    audience, rung = Audience.objects.get(key=audience), SharingRung.objects.get(key=rung)
    return SharingStep(audience=audience, rung=rung, is_stated=True)


def test_a_need_follows_who_asks_it(committed):
    with committed():
        asking = OrganisationFactory()
        _asked_by(asking)
        make_holding(sectors=list(Sector.objects.filter(key="education")))
    assert "own_sector" not in str(stored())

    with committed():
        asking.sectors.set(Sector.objects.filter(key="education"))
        asking.save()

    assert "own_sector" in str(stored())


def test_without_a_ladder_the_usual_proposal_counts_as_far_as_it_is_held():
    """Of hazards everyone may usually have counts by admin 2."""
    asked = GeographyLevel.objects.get(key="adm2")
    make_need(coarsest_level=asked, data_kinds=kinds("suspected_hazardous_area"))
    given = {}
    for level in ("polygon", "adm1"):
        held = GeographyLevel.objects.get(key=level)
        holding = make_holding(data_kinds=kinds("suspected_hazardous_area"), finest_level=held)
        given[level] = holding.key
    renew_all()

    lacks = {level: _forms(Match.objects.get(holding=key).shortfalls) for level, key in given.items()}

    assert lacks == {
        "polygon": [("form_enough", "adm2_count", False)],
        "adm1": [("form_coarse", "adm1_count", False)],
    }


def _forms(said):
    return [(each["code"], each["form"], each["is_stated"]) for each in said if each["code"].startswith("form")]


def test_what_one_may_not_know_of_takes_nobodys_place(monkeypatch):
    monkeypatch.setattr("practices.needs.matching.ranking.MOST", 1)
    need, public = make_need(), make_holding()
    hidden = make_holding(listed_to="owner_organisation", data_kinds=kinds("schools", "education_statistics"))

    renew_all()

    assert pairs() == {(need.key, public.key), (need.key, hidden.key)}
