"""Who has, needs, gives and takes what: exact cells, for who may see them."""

import pytest
from wagtail.models import Locale

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.taxonomy.models import OrganisationType, Sector, WithholdingReason
from tests.exchange.looking import cells, look
from tests.factories.exchange import hold, need
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import make_flow
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
HAZARDS, VICTIMS = "Explosive ordnance hazards", "Accidents and victims"
MINE_ACTION, EDUCATION = "Mine action", "Education"


def organisation(name, sector="", **fields):
    made = OrganisationFactory(name_en=name, **fields)
    made.sectors.set(Sector.objects.filter(key=sector))
    return made


def test_holdings_and_needs_stand_in_the_row_of_their_sector():
    hold()
    hold("suspected_hazardous_area")
    need()

    assert cells() == {MINE_ACTION: {HAZARDS: {"has": 2}}, EDUCATION: {HAZARDS: {"needs": 1}}}


def test_a_flow_stands_in_the_rows_of_who_gives_and_who_takes():
    centre, office = organisation("Centre", "mine_action"), organisation("Office", "education")
    make_flow(giver=centre, taker=office)
    make_flow("Both", giver=centre, taker=office, two_way=True)

    assert cells() == {
        MINE_ACTION: {HAZARDS: {"gives": 2, "takes": 1}},
        EDUCATION: {HAZARDS: {"gives": 1, "takes": 2}},
    }


def test_a_mine_action_centre_needs_no_sector_to_be_of_mine_action():
    make_flow(giver=organisation("Centre", kind=OrganisationType.objects.get(key="mine_action_centre")))

    assert cells() == {MINE_ACTION: {HAZARDS: {"gives": 1}}}


def test_of_a_sector_that_neither_gives_nor_takes_the_flow_is_named():
    make_flow(sectors=list(Sector.objects.filter(key="education")))

    assert cells() == {EDUCATION: {HAZARDS: {"part": 1}}}
    assert look().matrix.unplaced == 0


def test_flows_of_which_no_sector_is_known_are_counted_apart():
    make_flow(giver=organisation("Office"))

    assert cells() == {}
    assert look().matrix.unplaced == 1


def test_organisations_as_rows_the_one_of_which_most_is_known_first():
    centre, office = organisation("Centre", "mine_action"), organisation("Office")
    hold(by=centre)
    need("accidents_victims", by=office)
    make_flow(giver=centre, taker=office)

    assert cells("rows=organisation") == {
        "Centre": {HAZARDS: {"has": 1, "gives": 1}},
        "Office": {HAZARDS: {"takes": 1}, VICTIMS: {"needs": 1}},
    }
    assert [row.label for row in look("rows=organisation").matrix.rows] == ["Centre", "Office"]
    assert [row.is_mine_action for row in look("rows=organisation").matrix.rows] == [True, False]


def test_who_owns_the_entry_of_a_holding_has_it_and_a_mere_partner_has_not():
    owner, partner = organisation("Owner"), organisation("Partner")
    decide(hold(by=partner, role="partner"), listed_to=Level.PUBLIC, owner=owner)

    assert cells("rows=organisation") == {"Owner": {HAZARDS: {"has": 1}}}


def test_what_is_met_or_refused_is_no_need():
    for state in ("met", "withdrawn"):
        need(state=state)
    need(state="refused", refused_reason=WithholdingReason.objects.get(key="personal_data"))
    need(state="partly_met")
    need(state=None)

    assert cells() == {EDUCATION: {HAZARDS: {"needs": 2}}}


def test_an_entry_in_two_languages_counts_once():
    page = hold()
    page.copy_for_translation(Locale.objects.get(language_code="fr")).save_revision().publish()

    assert cells() == {MINE_ACTION: {HAZARDS: {"has": 1}}}


def test_what_is_below_a_kind_is_shown_where_the_kind_is_chosen():
    hold("hazards")
    hold("suspected_hazardous_area")
    hold("accidents_victims")

    found = cells("data_kind=hazards")
    assert found == {
        MINE_ACTION: {
            "Explosive ordnance hazards, in general": {"has": 1},
            "Suspected hazardous area (SHA)": {"has": 1},
        }
    }


def test_rows_and_sides_of_each_direction():
    centre, office = organisation("Centre", "mine_action"), organisation("Office", "education")
    hold()
    hold(sector="education")
    need()
    need(sector="mine_action")
    make_flow("Out", giver=centre, taker=office)
    make_flow("In", giver=office, taker=centre)

    out, into = cells("direction=from_mine_action"), cells("direction=to_mine_action")

    assert out == {MINE_ACTION: {HAZARDS: {"has": 1, "gives": 1}}, EDUCATION: {HAZARDS: {"needs": 1, "takes": 1}}}
    assert into == {MINE_ACTION: {HAZARDS: {"needs": 1, "takes": 1}}, EDUCATION: {HAZARDS: {"has": 1, "gives": 1}}}


def test_where_the_two_sides_of_a_direction_meet():
    hold()
    need()
    need("accidents_victims", sector="health")

    found = [
        (each.label, each.has, each.needs, each.asked_by, each.flows)
        for each in look("direction=from_mine_action").meetings
    ]

    assert found == [(HAZARDS, 1, 1, [EDUCATION], 0), (VICTIMS, 0, 1, ["Health"], 0)]
    assert look().meetings == []


def test_each_counts_what_they_may_know_of():
    owner = OrganisationFactory()
    for level in Level:
        for make in (hold, need, make_flow):
            page = make(sectors=list(Sector.objects.filter(key="mine_action")))
            decide(page, listed_to=level, owner=owner)

    def said(user):
        return cells(user=user)[MINE_ACTION][HAZARDS]

    assert said(None) == {"has": 1, "needs": 1, "part": 1}
    assert said(member_of()) == {"has": 2, "needs": 2, "part": 2}
    assert said(member_of(owner)) == {"has": 3, "needs": 3, "part": 3}
    assert said(member_of(owner, focal_point=True)) == said(editor()) == {"has": 4, "needs": 4, "part": 4}


def test_drafts_count_for_nobody():
    hold(publish=False)

    assert cells(user=editor()) == {}


def test_an_organisation_without_an_entry_for_the_reader_is_a_name_and_no_more():
    hidden = organisation("Hidden office", "education")
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    make_flow(giver=hidden)

    (row,) = look("rows=organisation").matrix.rows
    assert (row.label, row.url, row.key) == ("Hidden office", "", "")
    assert [mark.url for marks in row.cells for mark in marks] == [""]
    assert cells() == {}
    assert cells(user=editor()) == {EDUCATION: {HAZARDS: {"gives": 1}}}
    assert look(f"organisation={hidden.slug}").notices == (
        f"“{hidden.slug}” is not known under “Organisation”; it was ignored.",
    )


def test_each_mark_leads_to_what_it_counts(client):
    hold()
    need()
    make_flow(giver=organisation("Centre", "mine_action"))
    for row in look().matrix.rows:
        for mark in (mark for marks in row.cells for mark in marks):
            path, _, part = mark.url.partition("#")
            text = client.get(path).text
            assert "1 data " in text if not part else "Table of flows <small" in text and "(1)" in text


def test_what_goes_already_is_what_runs_and_the_rest_is_told_by_its_state():
    centre, office = organisation("Centre", "mine_action"), organisation("Office", "education")
    for state in ("running", "pilot", "ended", "blocked", "blocked"):
        make_flow(giver=centre, taker=office, state=state)

    (meeting,) = look("direction=from_mine_action").meetings

    assert meeting.flows == 2
    assert [words for words, _ in meeting.others] == ["Blocked: 2", "Ended: 1"]
    assert look(meeting.flows_url.partition("?")[2].partition("#")[0]).table.total == 2
