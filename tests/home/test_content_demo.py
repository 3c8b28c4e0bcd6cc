"""The fictional country: each access level, each role, and nothing that belongs to anybody real."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser

from portal.access.enums import Level, Zone
from portal.access.models import AuditEntry, Grant, RecordIdentity
from portal.access.readers import reader_of
from portal.access.resting import running
from portal.directory.models import Membership, Organisation
from portal.home.content import DATA
from portal.home.content.demo import demo_sign_ins, load_demo
from portal.home.content.demo.requests import UNDER
from portal.home.content.organisations import Organisations
from portal.home.content.reading import Reading
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import Country, DataKind
from portal.users.models import User
from practices.agreements.ending import end_agreement
from practices.agreements.models import ProtocolClass
from practices.holdings.models import DataHoldingPage
from practices.holdings.protocols import class_by_protocol
from practices.requests.models import DataRequest
from tests.home.content import rows, taken_back, versions

DETAILS_OF = {
    "cs-xxa-camps": (Level.PUBLIC, Level.PUBLIC),
    "cs-xxa-schools": (Level.PUBLIC, Level.MEMBERS),
    "cs-xxa-routes": (Level.PUBLIC, Level.NAMED),
    "cs-xxa-depots": (Level.PUBLIC, Level.OWNER),
    "cs-xxa-hotline": (Level.MEMBERS, Level.MEMBERS),
    "cs-xxa-survivors": (Level.NAMED, Level.NAMED),
    "cs-xxa-dispute": (Level.OWNER, Level.OWNER),
    "pl-xxa-register": (Level.PUBLIC, Level.PUBLIC),
    "pl-xxa-map": (Level.PUBLIC, Level.MEMBERS),
    "pl-xxa-hotline": (Level.OWNER, Level.OWNER),
    "fl-xxa-planners": (Level.PUBLIC, Level.PUBLIC),
    "fl-xxa-map": (Level.PUBLIC, Level.MEMBERS),
    "fl-xxa-sites": (Level.MEMBERS, Level.MEMBERS),
    "fl-xxa-calls": (Level.OWNER, Level.OWNER),
    "gp-xxa-request-desk": (Level.PUBLIC, Level.PUBLIC),
    "gp-xxa-buffer": (Level.PUBLIC, Level.MEMBERS),
    "gp-xxa-callback": (Level.MEMBERS, Level.MEMBERS),
    "gp-xxa-dual-control": (Level.NAMED, Level.NAMED),
    "gp-xxa-incident-drill": (Level.OWNER, Level.OWNER),
    "ho-xxa-register": (Level.PUBLIC, Level.PUBLIC),
    "ho-xxa-victims": (Level.PUBLIC, Level.MEMBERS),
    "ho-xxa-hotline": (Level.MEMBERS, Level.MEMBERS),
    "ho-xxa-sites": (Level.NAMED, Level.NAMED),
    "ho-xxa-depots": (Level.OWNER, Level.OWNER),
    "ne-xxa-camps": (Level.PUBLIC, Level.PUBLIC),
    "ne-xxa-movements": (Level.PUBLIC, Level.MEMBERS),
    "ne-xxa-clinics": (Level.MEMBERS, Level.MEMBERS),
    "ne-xxa-depots": (Level.NAMED, Level.NAMED),
    "ne-xxa-routes": (Level.OWNER, Level.OWNER),
    "ag-xxa-data": (Level.NAMED, Level.NAMED),
    "ag-xxa-protocol": (Level.PUBLIC, Level.PUBLIC),
    "ev-xxa-first": (Level.PUBLIC, Level.PUBLIC),
    "ev-xxa-second": (Level.PUBLIC, Level.PUBLIC),
    "ou-xxa-codes": (Level.PUBLIC, Level.PUBLIC),
    "ou-xxa-circle": (Level.MEMBERS, Level.MEMBERS),
    "ou-xxa-desk": (Level.NAMED, Level.NAMED),
    "id-xxa-camps": (Level.PUBLIC, Level.PUBLIC),
    "id-xxa-depots": (Level.NAMED, Level.NAMED),
}
OWNERS_ONLY = {name for name, levels in DETAILS_OF.items() if levels[0] == Level.OWNER}


NOBODYS = OWNERS_ONLY
"""Seen by the authority and by editors alone."""
NAMED_ONES = {"cs-xxa-survivors", "gp-xxa-dual-control", "ho-xxa-sites"}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once for this module: a load takes seconds."""
    with django_db_blocker.unblock(), taken_back():
        yield load_demo()


@pytest.fixture
def demo(loaded):
    with taken_back():
        yield loaded


@pytest.fixture
def user(demo):
    """Finds the account of a role."""
    emails = {sign_in.role: sign_in.email for sign_in in demo_sign_ins()}
    return lambda role: User.objects.get(email=emails[role])


def seen_by(user, zone):
    return set(RecordPage.objects.visible_to(user, zone).values_list("source_id", flat=True))


def test_each_level_has_its_records(demo):
    identities = RecordIdentity.objects.in_bulk()
    levels = {
        page.source_id: (identities[page.key].listed_to, identities[page.key].details_to)
        for page in RecordPage.objects.all()
    }

    assert demo == {
        "organisation": 5,
        "practice": 5,
        "case_study": 7,
        "holding": 5,
        "need": 5,
        "platform": 3,
        "flow": 4,
        "agreement": 2,
        "action": 6,
        "idea": 2,
        "event": 2,
        "output": 3,
    }
    assert levels == DETAILS_OF


def test_everything_says_that_it_is_fictional(demo):
    assert set(RecordPage.objects.values_list("is_demo", flat=True)) == {True}
    assert set(Organisation.objects.values_list("is_demo", flat=True)) == {True}
    assert {tuple(page.specific.countries.all()) for page in RecordPage.objects.all()} == {(_country(),)}
    assert "fictional" in _country().label_en


def test_one_holding_has_a_full_ladder_that_its_fictional_owner_stated(demo):
    register = DataHoldingPage.objects.get(source_id="ho-xxa-register")
    steps = list(register.ladder.all())

    kinds = {kind.key for kind in register.data_kinds.all()}
    audiences = {"public", "clusters", "named_organisations"}
    assert {(step.data_kind.key, step.audience.key) for step in steps} == {
        (kind, audience) for kind in kinds for audience in audiences
    }
    assert {step.is_stated for step in steps} == {True}
    assert all(step.reason for step in steps if step.rung.key == "nothing")
    assert register.owner_consent == "given"


def test_country_code_is_one_that_no_country_will_have(demo):
    assert (_country().key, _country().alpha_3) == ("xxa", "XXA")


def test_visitor_sees_public_cards_and_details_only(demo):
    visitor = AnonymousUser()

    assert seen_by(visitor, Zone.CARD) == {name for name, (card, _) in DETAILS_OF.items() if card == Level.PUBLIC}
    assert seen_by(visitor, Zone.DETAILS) == {
        "cs-xxa-camps", "ho-xxa-register", "ne-xxa-camps", "gp-xxa-request-desk", "pl-xxa-register", "fl-xxa-planners",
        "ag-xxa-protocol", "id-xxa-camps",
        "ev-xxa-first", "ev-xxa-second", "ou-xxa-codes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("role", "hidden", "closed"),
    [
        ("member", NOBODYS | {"ne-xxa-routes", "id-xxa-depots", UNDER}, {"cs-xxa-routes", "cs-xxa-depots"}),
        (
            "facilitator",
            NOBODYS | NAMED_ONES | {"ne-xxa-depots", "ne-xxa-routes", "id-xxa-depots"},
            # The grant opens cs-xxa-depots, its organisation is named for cs-xxa-routes.
            set(),
        ),
        (
            "focal point",
            # The need for routes is their own.
            (NOBODYS | NAMED_ONES | {"ne-xxa-depots", "ou-xxa-desk", UNDER}) - {"ne-xxa-routes"},
            {"cs-xxa-routes", "cs-xxa-depots"},
        ),
        ("authority", {"ne-xxa-routes", "ou-xxa-desk"}, set()),
        ("editor", set(), set()),
        ("second editor", set(), set()),
        ("administrator", set(), set()),
    ],
)
def test_roles_see_what_their_level_allows(user, role, hidden, closed):
    cards, details = seen_by(user(role), Zone.CARD), seen_by(user(role), Zone.DETAILS)

    assert set(DETAILS_OF) - cards == hidden
    assert cards - details == closed


def test_every_account_can_sign_in(demo, rf):
    request = rf.post("/accounts/login/")
    users = [authenticate(request, email=each.email, password=each.password) for each in demo_sign_ins()]

    assert [user.get_full_name() for user in users] == [f"Demo {each.role}" for each in demo_sign_ins()]


def test_sign_in_page_lets_a_demo_member_in(demo, client):
    sign_in = demo_sign_ins()[0]

    response = client.post("/accounts/login/", {"login": sign_in.email, "password": sign_in.password})

    assert (response.status_code, client.session.get("_auth_user_id")) == (
        302,
        str(User.objects.get(email=sign_in.email).pk),
    )


def test_only_editors_and_administrator_enter_the_admin(demo):
    entering = {user.last_name for user in User.objects.all() if reader_of(user).is_editor}

    assert entering == {"editor", "second editor", "administrator"}


def test_one_grant_runs_and_one_has_ended(demo):
    assert {(grant.user.last_name, grant.ended_at is None) for grant in Grant.objects.all()} == {
        ("facilitator", True),
        ("member", False),
    }


def test_one_request_is_granted_one_refused_and_one_waits(demo):
    requests = DataRequest.objects.all()

    assert {(each.asked_by.last_name, each.state) for each in requests} == {
        ("facilitator", "approved"),
        ("member", "refused"),
        ("focal point", "submitted"),
    }
    assert all(each.is_demo for each in requests)


def test_the_one_that_runs_rests_on_an_agreement_and_closes_with_it(demo, user):
    grant = Grant.objects.get(ended_at=None)
    agreement = RecordPage.objects.get(source_id=UNDER).identity

    assert grant.agreement == agreement
    assert grant.until < running(agreement).until
    end_agreement(identity=agreement, by=user("authority"), reason="It was to be shown.")
    grant.refresh_from_db()
    assert grant.ended_at is not None


def test_the_protocol_says_how_sensitive_three_kinds_of_data_are(demo):
    rows = ProtocolClass.objects.values_list("data_kind__key", "sensitivity__key")

    assert set(rows) == {("hazards", "high"), ("accidents_victims", "severe"), ("displacement_sites", "moderate")}
    assert class_by_protocol([_country()], [DataKind.objects.get(key="hazard_summary")]).sensitivity.key == "high"


def test_second_run_changes_nothing(demo):
    before = rows(), versions(), AuditEntry.objects.count()

    assert set(load_demo().values()) == {0}
    assert (rows(), versions(), AuditEntry.objects.count()) == before


def test_password_and_membership_that_were_changed_stay(user):
    member = user("member")
    member.set_password("another one entirely")
    member.save()
    Membership.objects.filter(member__user=member).update(is_active=False)

    load_demo()

    member.refresh_from_db()
    assert member.check_password("another one entirely")
    assert not Membership.objects.get(member__user=member).is_active


def test_nothing_of_the_demo_belongs_to_a_real_organisation(demo):
    Organisations(Reading(DATA)).save()
    real = Organisation.objects.filter(is_demo=False)
    demo_keys = RecordPage.objects.filter(is_demo=True).values("translation_key")
    identities = RecordIdentity.objects.filter(key__in=demo_keys)

    assert real.count() == 122
    assert not Membership.objects.filter(organisation__in=real).exists()
    assert not RecordOrganisation.objects.filter(record__is_demo=True, organisation__in=real).exists()
    for name in ("owner", "custodian", "named_organisations"):
        assert not identities.filter(**{f"{name}__in": real}).exists()
    assert all(sign_in.email.endswith("@demo.example") for sign_in in demo_sign_ins())


def _country():
    return Country.objects.get(key="xxa")
