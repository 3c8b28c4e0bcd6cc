"""The pages of following: who gets in, what they show and do, and that visitors' pages know nothing of them."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.community.feeds import feed_url, open_feed
from portal.community.following import follow
from portal.community.models import Follow, SavedSearch
from tests.factories.community import kept_search
from tests.factories.people import MemberFactory, OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
FOLLOWS = "/my/follows/"


@pytest.fixture
def reader(client):
    user = member_of(OrganisationFactory())
    client.force_login(user)
    return user


def feed_of(search):
    open_feed(search)
    return feed_url(search).partition("//")[2].partition("/")[2].join(["/", ""])


def test_a_button_follows_and_another_ends_it(client, reader):
    page = make_record()
    url = reverse("community:follow", args=[page.identity.code])
    assert ">Follow<" in client.get(page.url).text

    assert client.post(url).url == page.url
    assert Follow.objects.get().user == reader
    assert "Stop following" in client.get(page.url).text
    assert page.title in client.get(FOLLOWS).text

    client.post(url, {"stop": "1"})
    assert not Follow.objects.exists()


def test_an_organisation_has_the_button_too(client, reader):
    organisation = OrganisationFactory()
    decide(organisation, listed_to=Level.PUBLIC)

    assert ">Follow<" in client.get(organisation.get_absolute_url()).text
    client.post(reverse("community:follow", args=[organisation.code]))
    assert organisation.name in client.get(FOLLOWS).text


def test_visitors_pages_know_nothing_of_it(client):
    page = make_record()
    for path in (page.url, "/case-studies/", "/search/?q=case"):
        answer = client.get(path)
        assert "csrf" not in answer.text
        assert "Follow" not in answer.text.replace("Follow-up", "")
        assert "Keep this search" not in answer.text
        assert not answer.cookies
        assert answer["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("path", [FOLLOWS, "/my/follows/search/?q=a"])
def test_visitors_are_led_to_the_sign_in_and_who_is_no_member_finds_nothing(client, path):
    assert client.get(path).url.startswith("/accounts/login/")
    client.force_login(MemberFactory(is_active=False).user)
    assert client.get(path).status_code == 404


def test_a_hidden_entry_answers_as_an_absent_one(client, reader):
    hidden = make_record(listed_to=Level.OWNER)
    answers = [client.post(reverse("community:follow", args=[code])) for code in (hidden.identity.code, "CS-ZZZZ")]

    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


def test_a_search_is_kept_from_its_list_and_ended(client, reader):
    assert "/my/follows/search/?q=mines&amp;list=case-studies" in client.get("/case-studies/?q=mines&page=2").text

    answer = client.post("/my/follows/search/?q=mines&list=case-studies", {"name": "Mines", "is_followed": "on"})
    assert answer.url == FOLLOWS
    search = SavedSearch.objects.get()
    assert (search.user, search.kind, search.parameters, search.is_followed) == (reader, "case_study", "q=mines", True)
    assert "/case-studies/?q=mines" in client.get(FOLLOWS).text

    change = reverse("community:change-search", args=[search.key])
    client.post(change, {"action": "silent"})
    assert not SavedSearch.objects.get().is_followed
    client.post(change, {"action": "end"})
    assert not SavedSearch.objects.exists()


def test_what_is_wrong_with_a_search_is_said_and_nothing_typed_is_lost(client, reader):
    answer = client.post("/my/follows/search/?q=is+this+village+safe", {"name": "Village"})

    assert answer.status_code == 400
    assert "cannot say whether a place is safe" in answer.text
    assert 'value="Village"' in answer.text


def test_nobody_changes_the_search_of_another(client, reader):
    search = kept_search(member_of(OrganisationFactory()), "q=mines")

    assert client.post(reverse("community:change-search", args=[search.key]), {"action": "end"}).status_code == 404
    assert SavedSearch.objects.filter(pk=search.pk).exists()


@pytest.mark.parametrize(
    ("level", "shown"),
    [(Level.PUBLIC, True), (Level.MEMBERS, True), (Level.NAMED, True), (Level.OWNER, False)],
)
def test_a_feed_shows_what_its_person_may_know_as_a_member(client, level, shown):
    ours = OrganisationFactory()
    search = kept_search(member_of(ours, focal_point=True), "q=minefields")
    page = make_record(title="Sharing minefields")
    decide(page, listed_to=level, owner=ours)

    answer = client.get(feed_of(search))

    assert (page.identity.code in answer.text) == shown
    assert answer["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    assert '/search/?q=minefields" rel="alternate"' in answer.text


def test_a_feed_is_for_its_person(client):
    search = kept_search(member_of(OrganisationFactory()), "q=minefields")
    page = make_record(title="Sharing minefields")
    decide(page, listed_to=Level.NAMED, owner=OrganisationFactory())

    assert page.identity.code not in client.get(feed_of(search)).text


def test_a_feed_ends_with_its_button_its_year_and_its_membership(client, reader):
    search = kept_search(reader, "q=minefields")
    first, second = feed_of(search), feed_of(search)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200

    reader.member.is_active = False
    reader.member.save()
    assert client.get(second).status_code == 404
    reader.member.is_active = True
    reader.member.save()
    client.post(reverse("community:change-search", args=[search.key]), {"action": "end feed"})
    assert client.get(second).status_code == 404
    assert client.get("/feeds/none.atom").status_code == 404


@pytest.mark.parametrize("is_member", [True, False])
def test_an_editors_feed_shows_what_a_members_does(client, is_member):
    user = editor()
    if is_member:
        MemberFactory(user=user)
    search = kept_search(user, "q=minefields")
    made = {level: make_record(title="Sharing minefields", listed_to=level) for level in Level}

    text = client.get(feed_of(search)).text

    assert {level for level, page in made.items() if page.identity.code in text} == {Level.PUBLIC, Level.MEMBERS}


def test_the_feed_of_who_was_an_editor_ends(client):
    user = editor()
    address = feed_of(kept_search(user, "q=minefields"))
    assert client.get(address).status_code == 200

    user.groups.clear()

    assert client.get(address).status_code == 404


def test_follows_of_what_was_narrowed_are_not_shown(client, reader):
    page = make_record(title="Zebra crossing")
    follow(user=reader, identity=page.identity)
    decide(page, listed_to=Level.OWNER)

    assert "Zebra" not in client.get(FOLLOWS).text


def test_ones_own_page_leads_to_what_one_follows_as_far_as_one_may_know_of_it(client, reader):
    page, hidden = make_record(title="Zebra crossing"), make_record(title="Giraffe crossing")
    for each in (page, hidden):
        follow(user=reader, identity=each.identity)
    kept_search(reader, "q=mines", name="Mines here")
    decide(hidden, listed_to=Level.OWNER)

    text = client.get("/my/").text

    assert "Zebra crossing" in text
    assert "/search/?q=mines" in text
    assert FOLLOWS in text
    assert "Giraffe" not in text
