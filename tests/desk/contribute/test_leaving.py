"""Who wrote for an organisation and left it, or whose organisation is frozen, keeps their own words and no more."""

import pytest
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.access.enums import Action, Level
from portal.access.models import AccessWish
from portal.access.policy import can
from portal.access.services import withdraw_record
from portal.directory.inviting import begin_membership
from portal.directory.speaking import end_membership, freeze
from portal.records.registry import kind
from portal.records.submissions import save_draft
from portal.users.models import User
from tests.desk.contribute.filling import type_in
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
NAMES = (("overview", ()), ("who", ()), ("screen", (1,)), ("screen", (2,)), ("more", (1,)))


def address(page, name, *more):
    return reverse(f"contribute:{name}", args=[kind("case_study"), page.identity.code, *more])


def written(author, organisation, **options):
    """An entry that the author began for the organisation and a colleague goes on with."""
    page = make_record(owner=author, title="As it was", **options)
    decide(page, listed_to=Level.MEMBERS, custodian=organisation)
    page.title = "Own words"
    save_draft(page=page, by=author)
    colleague = member_of(organisation)
    page.identity.contributors.add(colleague)
    page.title = "Words of a colleague"
    save_draft(page=page, by=colleague)
    return page


def leave(author, organisation):
    end_membership(organisation=organisation, member=author.member, by=author)
    begin_membership(author.member, OrganisationFactory())


def contest(_author, organisation):
    freeze(organisation=organisation, by=editor(), reason="Two claim it.")


ENDS = pytest.mark.parametrize("end", [leave, contest])


@ENDS
@pytest.mark.parametrize("publish", [True, False])
def test_who_wrote_reads_on_what_they_wrote_themselves_and_nothing_else(client, author, organisation, end, publish):
    page = written(author, organisation, publish=publish)
    client.force_login(author)
    assert "Words of a colleague" in client.get(address(page, "preview")).text

    end(author, organisation)

    statuses = {client.get(address(page, name, *more)).status_code for name, more in NAMES}
    lists = [client.get(path).text for path in ("/contribute/", "/my/")]
    preview = client.get(address(page, "preview"))
    assert statuses == {404}
    assert client.get(reverse("my:entry", args=[page.identity.code])).status_code == 404
    assert preview.status_code == 200
    assert "Own words" in preview.text
    assert "Words of a colleague" not in "".join([preview.text, *lists])
    for text in lists:
        assert "Own words" in text
        assert address(page, "preview") in text


@ENDS
def test_of_what_they_may_read_no_longer_not_even_that(client, author, organisation, end):
    page = written(author, organisation)
    end(author, organisation)
    decide(page, listed_to=Level.OWNER)
    client.force_login(author)

    assert client.get(address(page, "preview")).status_code == 404
    assert "Own words" not in client.get("/contribute/").text + client.get("/my/").text


@pytest.fixture
def closed(author, organisation):
    """What the author wrote and a colleague went on with, published for focal points: neither of them is one."""
    page = written(author, organisation)
    page.get_latest_revision().publish()
    decide(page, listed_to=Level.OWNER)
    return page


def test_what_is_published_for_fewer_people_stays_in_the_lists_of_who_wrote_it(client, author, closed):
    client.force_login(author)
    lists = [client.get(path).text for path in ("/contribute/", "/my/")]
    preview = client.get(address(closed, "preview"))

    assert {client.get(address(closed, name, *more)).status_code for name, more in NAMES} == {404}
    assert client.get(f"/r/{closed.identity.code}").status_code == 404
    assert preview.status_code == 200
    assert "Own words" in preview.text
    assert "Words of a colleague" not in "".join([preview.text, *lists])
    for text in lists:
        assert "Own words" in text
        assert "It is open to: Focal points of the organisations" in text
        assert address(closed, "preview") in text


def test_of_what_is_withdrawn_or_of_others_nothing_stays(client, author, organisation, closed):
    client.force_login(member_of(organisation))
    assert client.get(address(closed, "preview")).status_code == 404
    withdraw_record(identity=closed.identity, by=editor())
    client.force_login(author)

    assert client.get(address(closed, "preview")).status_code == 404
    assert "Own words" not in client.get("/contribute/").text + client.get("/my/").text


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("author", "nobody of your organisation speaks for it here."),
        ("beside a focal point", "others speak for your organisation here."),
        ("focal point", ""),
    ],
)
def test_who_would_not_see_it_themselves_is_told_before(client, organisation, who, said):
    if who == "beside a focal point":
        member_of(organisation, focal_point=True)
    author = member_of(organisation, focal_point=who == "focal point")
    page = make_record(owner=author, publish=False)
    decide(page, listed_to=Level.MEMBERS, custodian=organisation)
    client.force_login(author)

    text = client.get(address(page, "who")).text

    assert ("With this choice you will not see it yourself" in text) == bool(said)
    assert said in text


def test_what_others_ask_for_meanwhile_is_not_told(client, author, organisation):
    page = written(author, organisation)
    leave(author, organisation)
    AccessWish.objects.create(
        identity=page.identity, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, asked_by=editor(), reason="All may.",
        names_person=False, names_place=False, tells_unpublished=False,
    )  # fmt: skip
    client.force_login(author)

    assert "This is what visitors would see." not in client.get(address(page, "preview")).text


def test_who_only_belongs_to_it_has_nothing_to_read(client, author, organisation):
    page = written(author, organisation)
    client.force_login(member_of(organisation))

    assert client.get(address(page, "preview")).status_code == 404


@ENDS
def test_they_decide_nothing(client, author, organisation, end):
    page = written(author, organisation)
    before = can(author, Action.ASK, page)

    end(author, organisation)

    client.force_login(author)
    assert before
    assert not can(User.objects.get(pk=author.pk), Action.ASK, page)
    assert client.post(reverse("my:confirm", args=[page.identity.code])).status_code == 404
    assert client.post(address(page, "overview"), {"send": "yes"}).status_code == 404
    assert client.post(address(page, "screen", 1), {"title": "Mine", "later": "yes"}).status_code == 404
    assert CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Words of a colleague"


def test_who_comes_back_goes_on(client, author, organisation):
    page = written(author, organisation)
    leave(author, organisation)
    begin_membership(author.member, organisation)
    client.force_login(author)

    assert type_in(client, address(page, "screen", 1), "later", title="Together").status_code == 302


def test_a_focal_point_of_a_contested_organisation_gets_no_say_by_a_draft(client, organisation):
    page = make_record(title="Roads")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    claimant = member_of(organisation, focal_point=True)
    client.force_login(claimant)
    assert client.get(address(page, "screen", 1)).status_code == 200

    contest(claimant, organisation)

    assert client.get(address(page, "screen", 1)).status_code == 404
    assert client.post(address(page, "screen", 1), {"title": "Mine", "later": "yes"}).status_code == 404
    assert address(page, "overview") not in client.get("/contribute/").text
    assert reverse("my:entry", args=[page.identity.code]) not in client.get("/my/").text
    assert not page.identity.contributors.exists()
