"""An authority that signs in finds what others wrote about its data and withdraws it in three clicks."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from portal.access.enums import Level
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
MOST_CLICKS = 3
PASSWORD = "a long and odd sentence"


class Clicks:
    """A person who follows the links of the pages they get, and how often they did."""

    def __init__(self, client, page):
        self.client, self.page, self.number = client, page, 0

    def on(self, words):
        """The link with these words in the main part of the page; the first of them."""
        main = self.page.text.split("<main", 1)[1].split("</main>", 1)[0]
        links = re.findall(r'<a\b[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', main, re.S)
        found = [href for href, text in links if words in re.sub("<[^>]+>", "", text)]
        assert found, f"no link “{words}”"
        self.number += 1
        self.page = self.client.get(found[0].replace("&amp;", "&"), follow=True)
        return self

    def send(self, **words):
        self.number += 1
        self.page = self.client.post(self.page.request["PATH_INFO"], words)
        return self


def sign_in(client, user, **more):
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, **more}, follow=True)


@pytest.fixture
def entry(organisation):
    page = make_record(title="Depots beside the quarry road")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    page.identity.contributors.add(member_of(OrganisationFactory()))
    return page


def test_from_signing_in_to_withdrawn(client, focal, organisation, entry):
    first = sign_in(client, focal)
    assert first.redirect_chain[-1][0] == reverse("my:home")

    clicks = Clicks(client, first).on(organisation.name).on("Withdraw").send(reason="Not cleared.")

    assert clicks.number <= MOST_CLICKS
    assert "“Depots beside the quarry road” is withdrawn" in clicks.page.text
    assert entry.identity.withdrawn_at is not None
    assert client.get(entry.get_url()).status_code == 404


def test_who_was_on_their_way_goes_on(client, focal, entry):
    page = sign_in(client, focal, next=entry.get_url())

    assert page.redirect_chain[-1][0] == entry.get_url()


@pytest.mark.parametrize(("path", "next_path"), [("/", None), ("/ar/", None), ("/about/", "/about/")])
def test_the_first_page_is_no_way_to_go(client, path, next_path):
    text = client.get(path).text

    found = re.search(r'href="[^"]*/accounts/login/(?:\?next=([^"]*))?"', text)

    assert found[1] == next_path


def test_the_first_thing_is_how_much_is_said_of_ones_data(client, focal, organisation, entry):
    ours = make_record(title="Ours")
    decide(ours, listed_to=Level.MEMBERS, owner=organisation)
    ours.identity.contributors.add(focal)

    page = sign_in(client, focal)

    (numbers,) = page.context["our_data"]
    assert (numbers.organisation, numbers.by_others, numbers.by_us, numbers.withdrawn) == (organisation, 1, 1, 0)
    main = page.text.split("<main", 1)[1]
    assert re.findall(r"<h2[^>]*>([^<]+)", main)[0] == "What this portal says about your data"


def test_who_speaks_for_nobody_is_told_no_numbers(client, organisation, entry):
    assert list(sign_in(client, member_of(organisation)).context["our_data"]) == []
