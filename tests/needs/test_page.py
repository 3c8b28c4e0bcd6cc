"""The page of a need, its form's rules, its list."""

import pytest
from django.core.exceptions import ValidationError

from portal.access.enums import Level
from portal.directory.models import Organisation
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import (
    Country,
    DataKind,
    DecisionPurpose,
    GeographyLevel,
    NeedState,
    ParticipantRole,
    WithholdingReason,
)
from practices.needs.models import DataNeedPage
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def need(**fields):
    return make_record(DataNeedPage, **{"title": "Schools by district", **fields})


def test_the_list_says_who_asks_what_where_and_how_coarse(client):
    asking = OrganisationFactory(name_en="Sample Relief")
    role = ParticipantRole.objects.get(key="data_user")
    need(
        data_kinds=[DataKind.objects.get(key="schools")],
        countries=[Country.objects.get(key="irq")],
        organisations=[RecordOrganisation(organisation=asking, role=role)],
        decision=DecisionPurpose.objects.get(key="risk_education"),
        coarsest_level=GeographyLevel.objects.get(key="adm2"),
        state=NeedState.objects.get(key="open"),
    )

    page = client.get("/needs/").text

    for words in ("1 data need", "Schools by district", "Sample Relief", "Risk education", "Iraq", "Admin 2", "Open"):
        assert words in page
    assert Organisation.objects.filter(name_en="Sample Relief").count() == 1


def test_of_a_need_whose_details_are_closed_the_card_alone_is_shown(client):
    kind, state = DataKind.objects.get(key="schools"), NeedState.objects.get(key="open")
    page = need(
        listed_to=Level.PUBLIC,
        details_to=Level.MEMBERS,
        data_kinds=[kind],
        state=state,
        decision_note="Which schools to reopen",
        what_was_tried="<p>Asked around</p>",
    )

    shown, to_member = client.get(page.url).text, _as_member(client, page)

    assert str(kind) in shown
    assert "Which schools to reopen" not in shown
    assert "Asked around" not in shown
    assert "Which schools to reopen" in to_member
    assert "Asked around" in to_member


def _as_member(client, page):
    client.force_login(member_of(OrganisationFactory()))
    return client.get(page.url).text


def test_a_refusal_names_its_reason():
    refused = NeedState.objects.get(key="refused")

    with pytest.raises(ValidationError, match="Say why it was refused"):
        need(state=refused)

    reason = WithholdingReason.objects.get(key="national_ownership")
    assert need(state=refused, refused_reason=reason).refused_reason == reason


def test_the_last_year_is_not_before_the_first():
    with pytest.raises(ValidationError, match="before the first, 2021"):
        need(from_year=2021, to_year=2019)
