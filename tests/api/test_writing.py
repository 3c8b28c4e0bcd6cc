"""Drafts that programs make, change and send: by the questions, checks and services of the members' forms."""

import pytest
from wagtail.models import WorkflowState

from portal.access.enums import Level
from portal.access.models import AccessWish, RecordIdentity
from portal.api.enums import Scope
from portal.records.models import RecordLink, RecordPage
from portal.taxonomy.models import AccessMethod, DataKind, LinkKind
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from tests.api.asking import Program
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
NO_TO_ALL = {"names_person": False, "names_place": False, "tells_unpublished": False}
ACCESS = {"listed_to": "members", "details_to": "members", **NO_TO_ALL}


@pytest.fixture
def organisation():
    return OrganisationFactory(name_en="Our organisation")


@pytest.fixture
def program(organisation):
    return Program(member_of(organisation))


def need(**other):
    kinds = [DataKind.objects.order_by("pk").first().key]
    answers = {"title": "Maps of wells", "decision_note": "Where to drill", "data_kinds": kinds, "countries": ["lbn"]}
    return {"answers": {**answers, **other}}


def errors_of(response):
    return sorted(each["field"] for each in response.json()["errors"])


def test_a_draft_is_made_read_changed_and_sent(program, organisation):
    made = program.send("POST", "needs/", need())
    told = made.json()
    assert (made.status_code, told["state"]) == (201, "draft")
    assert made["Location"].endswith(f"/api/v1/needs/{told['code']}/draft/")
    place = f"needs/{told['code']}/draft/"

    read = program.ask(place)
    assert (read["ETag"], read.json()) == (made["ETag"], told)
    assert told["answers"]["title"] == "Maps of wells"
    assert told["answers"]["countries"] == ["lbn"]
    assert told["answers"]["state"] == "open"
    (line,) = told["answers"]["organisations"]
    assert (line["organisation"], line["role"]) == (organisation.code, "data_user")

    change = {"answers": {"needed_by": "2099-01-01", "tags": ["water", "two words"]}, "access": ACCESS, "send": True}
    sent = program.send("PATCH", place, change, If_Match=read["ETag"])

    assert sent.status_code == 200, sent.content
    assert sent.json()["state"] == "waiting"
    assert {**sent.json()["answers"], "needed_by": None, "tags": []} | {"summary": "", "review_due_on": None} == {
        **told["answers"], "summary": "", "review_due_on": None,
    }  # fmt: skip
    assert sent.json()["access"] == {**ACCESS, "named_organisations": [], "reason": ""}
    page = DataNeedPage.objects.get().get_latest_revision_as_object()
    assert sorted(page.tags.names()) == ["two words", "water"]
    assert WorkflowState.objects.active().count() == 1


def test_a_new_entry_can_be_sent_at_once(program):
    made = program.send("POST", "needs/", {**need(), "access": ACCESS, "send": True})

    assert (made.status_code, made.json()["state"]) == (201, "waiting"), made.content


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_kept(program):
    body = {
        **need(title="", data_kinds=["nothing"], needed_by="2001-01-01", links=[{"kind": "documents", "target": "X"}]),
        "access": {**ACCESS, "listed_to": "owner_organisation"},
    }

    response = program.send("POST", "needs/", body, Accept_Language="fr")

    assert response.status_code == 400
    assert errors_of(response) == [
        "access.details_to", "answers.data_kinds", "answers.links.0.target", "answers.needed_by", "answers.title",
    ]  # fmt: skip
    assert not RecordPage.objects.exists()
    assert all(each["message"] for each in response.json()["errors"])
    assert response["Content-Language"] == "fr"


def test_what_must_be_answered_first_is_said_when_it_is_sent(program):
    response = program.send("POST", "needs/", {"answers": {"title": "Maps"}, "access": ACCESS, "send": True})

    assert response.status_code == 400
    assert errors_of(response) == ["answers.countries", "answers.data_kinds", "answers.decision_note"]
    assert not RecordPage.objects.exists()
    unanswered = program.send("POST", "needs/", {**need(), "access": {"listed_to": "members"}, "send": True})
    assert errors_of(unanswered) == ["access.names_person", "access.names_place", "access.tells_unpublished"]


def test_nothing_is_sent_before_somebody_said_who_may_see_it(program):
    response = program.send("POST", "needs/", {**need(), "send": True})

    assert response.status_code == 409
    assert not RecordPage.objects.exists()


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"answers": {"colour": "red"}}, ["answers.colour"]),
        ({"answers": {"title": 3, "countries": "lbn"}}, ["answers.countries", "answers.title"]),
        ({"colour": 1, "send": "perhaps"}, ["colour", "send"]),
        ({"answers": {"title": "\ud800"}}, ["answers.title"]),
        ([], [""]),
    ],
)
def test_what_is_not_in_the_form_that_is_asked_for_is_said_by_field(program, body, fields):
    response = program.send("POST", "needs/", body)

    assert response.status_code == 400
    assert errors_of(response) == fields


def test_what_is_no_json_is_said(program):
    for sent, kind, status in (("{", "application/json", 400), ("title=x", "text/plain", 415), ("", None, 415)):
        options = {"content_type": kind} if kind else {"content_type": "application/json"}
        headers = {"Authorization": f"Bearer {program.token}"}
        response = program.client.generic("POST", "/api/v1/needs/", sent, headers=headers, **options)
        assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json"), sent


def test_what_is_sent_twice_with_one_key_is_one(program, organisation):
    answers = [program.send("POST", "needs/", need(), Idempotency_Key="one") for _ in range(2)]
    other = Program(member_of(organisation)).send("POST", "needs/", need(), Idempotency_Key="one")
    without = [program.send("POST", "needs/", need()) for _ in range(2)]

    assert [each.status_code for each in (*answers, other, *without)] == [201, 200, 201, 201, 201]
    codes = [each.json()["code"] for each in (*answers, other, *without)]
    assert codes[0] == codes[1]
    assert len(set(codes)) == 4
    # One key for two kinds of thing makes two things.
    assert program.send("POST", "holdings/", {"answers": {}}, Idempotency_Key="one").status_code == 201


def test_only_the_version_that_was_read_is_changed(program):
    made = program.send("POST", "needs/", need())
    place = f"needs/{made.json()['code']}/draft/"
    one = {"answers": {"title": "One"}}

    assert program.send("PATCH", place, one).status_code == 428
    assert program.send("PATCH", place, one, If_Match='"other"').status_code == 412
    changed = program.send("PATCH", place, one, If_Match=f'"x", {made["ETag"]}')
    assert changed.status_code == 200
    assert program.send("PATCH", place, {"answers": {"title": "Two"}}, If_Match=made["ETag"]).status_code == 412
    assert program.read(place)["answers"]["title"] == "One"
    assert program.send("PATCH", place, {"answers": {"title": "Two"}}, If_Match="*").status_code == 200


def test_rows_are_replaced_as_a_whole(program):
    source = {
        "title": "A report",
        "publisher": "UNMAS",
        "year": 2024,
        "url": "https://example.org/r",
        "is_mirror": True,
    }
    made = program.send("POST", "needs/", need(sources=[source, {"title": "Another"}]))
    place = f"needs/{made.json()['code']}/draft/"

    first, _second = made.json()["answers"]["sources"]
    assert {name: first[name] for name in source} == source
    less = program.send("PATCH", place, {"answers": {"sources": [{"title": "Another"}]}}, If_Match=made["ETag"])
    assert [each["title"] for each in less.json()["answers"]["sources"]] == ["Another"]
    none = program.send("PATCH", place, {"answers": {"sources": []}}, If_Match=less["ETag"])
    assert none.json()["answers"]["sources"] == []
    assert none.json()["answers"]["title"] == "Maps of wells"


def test_a_holding_has_a_title_of_its_answers_and_an_owner(program, organisation):
    kind, way = DataKind.objects.order_by("pk").first(), AccessMethod.objects.order_by("pk").first()
    answers = {
        "data_kinds": [kind.key], "countries": ["lbn"], "owner_is": "us", "access_method": way.key,
        "ladder": [{"audience": "public", "rung": "adm1_count", "part": "All of it", "is_stated": True}],
    }  # fmt: skip

    made = program.send("POST", "holdings/", {"answers": answers, "access": ACCESS, "send": True})

    assert made.status_code == 201, made.content
    told = made.json()["answers"]
    assert told["title"] == f"{kind.label} – Lebanon"
    assert told["owner_is"] == "us"
    assert [line["part"] for line in told["ladder"]] == ["All of it"]
    identity = DataHoldingPage.objects.get().identity
    assert (identity.owner, identity.custodian) == (organisation, organisation)


def test_it_is_written_for_an_organisation_of_ones_own(organisation):
    second, stranger = OrganisationFactory(), OrganisationFactory()
    program = Program(member_of(organisation, second))

    made = program.send("POST", "needs/", {**need(), "organisation": second.code})
    refused = program.send("POST", "needs/", {**need(), "organisation": stranger.code})

    assert RecordIdentity.objects.get(code=made.json()["code"]).custodian == second
    assert (refused.status_code, errors_of(refused)) == (400, ["organisation"])


def test_drafts_of_others_are_not_there(program):
    other = Program(member_of(OrganisationFactory()))
    made = other.send("POST", "needs/", need())
    published = make_record(DataNeedPage, title="Maps")

    for code in (made.json()["code"], published.identity.code, "DN-ZZZZ"):
        for method, body in (("GET", None), ("PATCH", need())):
            response = program.ask(f"needs/{code}/draft/", method, body, If_Match="*")
            assert (response.status_code, response.json()["title"]) == (404, "There is nothing here.")
    # Nor is one of another kind.
    assert other.ask(f"holdings/{made.json()['code']}/draft/").status_code == 404


def test_a_published_entry_is_changed_by_who_speaks_for_its_owner(organisation):
    page = make_record(DataNeedPage, title="Maps")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    program = Program(member_of(organisation, focal_point=True))
    place = f"needs/{page.identity.code}/draft/"

    told = program.send("PATCH", place, {"answers": {"title": "Other maps"}}, If_Match=program.ask(place)["ETag"])

    assert told.json()["answers"]["title"] == "Other maps"
    assert told.json()["url"].endswith(page.get_url())
    assert Program().read(f"records/{page.identity.code}/")["title"] == ["Maps"]


@pytest.mark.parametrize("scope", [scope for scope in Scope if scope is not Scope.NEEDS])
def test_a_token_without_the_scope_writes_nothing(organisation, scope):
    author = member_of(organisation)
    code = Program(author).send("POST", "needs/", need()).json()["code"]
    program = Program(author, scope)

    answers = [
        program.send("POST", "needs/", need()),
        program.ask(f"needs/{code}/draft/"),
        program.send("PATCH", f"needs/{code}/draft/", need(), If_Match="*"),
    ]

    assert [each.status_code for each in answers] == [403] * 3
    assert RecordPage.objects.count() == 1


def test_who_belongs_to_no_organisation_writes_nothing():
    for who in (editor(), member_of()):
        assert Program(who).send("POST", "needs/", need()).status_code == 403
    assert Program().send("POST", "needs/", need()).status_code == 401
    assert not RecordPage.objects.exists()
    assert UserFactory() is not None


def test_what_waits_is_not_changed(program):
    made = program.send("POST", "needs/", {**need(), "access": ACCESS, "send": True})

    response = program.send("PATCH", f"needs/{made.json()['code']}/draft/", need(title="Other"), If_Match=made["ETag"])

    assert response.status_code == 409
    assert AccessWish.objects.count() == 1


def test_what_names_something_hidden_is_not_there_and_stays(organisation):
    hidden = make_record(DataNeedPage, title="Hidden", listed_to=Level.OWNER)
    known = make_record(DataNeedPage, title="Known")
    kind = LinkKind.objects.get(key="documents")
    rows = [RecordLink(kind=kind, target=each.identity, note=f"About {each.title}") for each in (hidden, known)]
    page = make_record(DataNeedPage, title="Maps", links=rows)
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    program = Program(member_of(organisation, focal_point=True))
    place = f"needs/{page.identity.code}/draft/"

    read = program.ask(place)
    assert read.json()["answers"]["links"] == [
        {"kind": "documents", "target": known.identity.code, "note": "About Known"}
    ]
    change = {"answers": {"links": [{"kind": "documents", "target": known.identity.code, "note": "Anew"}]}}
    changed = program.send("PATCH", place, change, If_Match=read["ETag"])
    assert [each["note"] for each in changed.json()["answers"]["links"]] == ["Anew"]
    none = program.send("PATCH", place, {"answers": {"links": []}}, If_Match=changed["ETag"])
    assert none.json()["answers"]["links"] == []
    draft = DataNeedPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [(link.target_id, link.note) for link in draft.links.all()] == [(hidden.key, "About Hidden")]
