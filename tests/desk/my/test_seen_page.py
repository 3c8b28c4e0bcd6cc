"""The page of an entry as visitors and members see it: for members, of what they may see, and for nobody to act on."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import REFUSED
from portal.records.models import RecordLink
from portal.taxonomy.models import LinkKind
from tests.factories.needs import make_holding
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_others(page_of, people):
    """What stands on the page of an entry as others see it, of three words and of the way to another entry."""

    def ask(who, page, word):
        answer = page_of(people[who], "seen", page.identity.code, word)
        assert answer.status_code in (200, 404)
        words = ("Card words", "Detail words", "Kept among us")
        return {each for each in words if each in answer.text} if answer.status_code == 200 else None

    return ask


@pytest.fixture
def linked(organisation):
    """Makes an entry of the organisation that names another, which is for its focal points alone."""

    def make(**levels):
        hidden = make_holding(title="Kept among us")
        decide(hidden, listed_to=Level.OWNER, owner=organisation)
        link = RecordLink(kind=LinkKind.objects.first(), target=hidden.identity)
        page = make_record(title="Card words", context="<p>Detail words</p>", links=[link])
        decide(page, owner=organisation, **levels)
        return page

    return make


@pytest.mark.parametrize(
    ("levels", "visitor", "member"),
    [
        ((Level.PUBLIC, Level.PUBLIC), {"Card words", "Detail words"}, {"Card words", "Detail words"}),
        ((Level.PUBLIC, Level.MEMBERS), {"Card words"}, {"Card words", "Detail words"}),
        ((Level.MEMBERS, Level.NAMED), None, {"Card words"}),
        ((Level.OWNER, Level.OWNER), None, None),
    ],
)
@pytest.mark.parametrize("who", ["focal point", "editor"])
def test_its_page_is_shown_as_others_see_it(as_others, linked, page_of, people, who, levels, visitor, member):
    page = linked(listed_to=levels[0], details_to=levels[1])

    assert "Kept among us" in page_of(people[who], "our-data", organisation=page.identity.owner.code).text
    assert (as_others(who, page, "visitor"), as_others(who, page, "member")) == (visitor, member)


def test_whole_pages_are_shown_to_members_as_visitors_and_members_alone(who_gets, linked, organisation, page_of, focal):
    code = linked(listed_to=Level.PUBLIC, details_to=Level.MEMBERS).identity.code
    members = {"focal point", "staff", "other focal point", "member of nothing", "editor", "clerk"}

    assert who_gets("seen", code, "member") == who_gets("seen", code, "visitor") == members
    assert who_gets("seen", code, organisation.code.lower()) == set()
    assert f"/{code}/as/member/" in page_of(focal, "our-data", **{"as": "member"}).text
    assert "/as/" not in page_of(focal, "our-data", **{"as": organisation.code}).text


def test_nobody_acts_on_a_page_seen_as_others(client, linked, page_of, focal):
    page = linked(listed_to=Level.PUBLIC, details_to=Level.MEMBERS)
    text = page_of(focal, "seen", page.identity.code, "member").text

    assert "Seen as: member" in text
    assert "csrfmiddlewaretoken" not in text
    assert client.post(reverse("my:seen", args=[page.identity.code, "member"])).status_code == 405
    assert client.get("/my/").status_code == 200


@pytest.mark.parametrize(("who", "refused"), [("staff", 1), ("focal point", 0), ("editor", 0)])
def test_asking_for_what_one_may_not_know_of_is_in_the_log_as_a_refusal(page_of, people, linked, who, refused):
    code = linked(listed_to=Level.OWNER, details_to=Level.OWNER).identity.code

    assert page_of(people[who], "seen", code, "member").status_code == 404

    lines = AuditEntry.objects.filter(action=REFUSED)
    assert [(line.code, line.by) for line in lines] == [(code, people[who])] * refused
