"""An editor writes a case study, a second one returns it, then publishes it; readers see each step as they should."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from case_studies.models import CaseStudyIndexPage, CaseStudyPage
from portal.access.enums import Level, TextSensitivity
from portal.taxonomy.models import BarrierKind, Country, DataKind, ParticipantRole, Sector
from tests.factories.people import OrganisationFactory, editor
from tests.records.admin_form import CHECKED, add_url, edit_url, rows, send, shown

pytestmark = pytest.mark.django_db
EVERYONE = {
    "listed_to": "public",
    "details_to": "public",
    "names_person": "no",
    "names_place": "no",
    "tells_unpublished": "no",
    "access_reason": "The authority published the report.",
}
MESSAGE = "Please name the source of the figures."


@pytest.fixture
def author():
    return editor()


@pytest.fixture
def reviewer():
    return editor()


@pytest.fixture
def sign_in(client):
    def _sign_in(user):
        client.force_login(user)
        return client

    return _sign_in


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """What is done once the transaction is over is done."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def a_whole_case():
    """Everything that the form of a case study asks for."""
    giver, user = OrganisationFactory(acronym="NMAC"), OrganisationFactory(acronym="OCHA-X")
    return {
        "title": "Clearance reports open schools",
        "summary": "A mine action centre gave clearance reports to those who plan schools.",
        "countries": [Country.objects.get(key="nga").pk],
        "sectors": [Sector.objects.get(key="education").pk],
        "data_kinds": [DataKind.objects.order_by("pk").first().pk],
        "place": "Borno State",
        "from_year": "2021",
        "to_year": "2023",
        "question": "Which schools are safe to reopen?",
        "challenge": rich_text("<p>Nobody knew which grounds were cleared.</p>", features=["bold"]),
        "what_was_done": rich_text("<p>A monthly table.</p>", features=["bold"]),
        "results": rich_text("<p>Forty schools opened.</p>", features=["bold"]),
        "tags": "schools",
        **rows(
            "organisations",
            {"organisation": giver.pk, "role": ParticipantRole.objects.get(key="data_provider").pk},
            {"organisation": user.pk, "role": ParticipantRole.objects.get(key="data_user").pk},
        ),
        **rows("exchanges", {"what": "Completion reports", "provider": giver.pk, "receiver": user.pk}),
        **rows("lessons", {"text": "A weatherproof table outlives every platform."}),
        **rows(
            "barriers",
            {
                "kind": BarrierKind.objects.order_by("pk").first().pk,
                "text": "Place names without codes.",
                "overcome": "P-codes.",
            },
        ),
        **rows("figures", {"value": "40", "what": "schools reopened", "source": "Education cluster, 2023"}),
        **rows("sources", {"title": "Annual report", "year": "2023"}),
    }


def index():
    return CaseStudyIndexPage.objects.get(locale__language_code="en")


def test_a_case_study_from_the_first_draft_to_its_readers(client, sign_in, author, reviewer, commit):
    sign_in(author)
    with commit():
        response = send(client, add_url(CaseStudyPage, index()), "action-submit", **a_whole_case(), **EVERYONE)
    assert response.status_code == 302, shown(response)
    page = CaseStudyPage.objects.get()
    assert not page.live
    assert page.identity.listed_to == Level.MEMBERS

    # The author may not decide; the reviewer returns it.
    assert client.post(review_url(page), {"decision": "approve", **CHECKED}).status_code == 302
    page.refresh_from_db()
    assert not page.live
    sign_in(reviewer)
    assert "Clearance reports open schools" in client.get(reverse("review_queue:index")).text
    with commit():
        client.post(review_url(page), {"decision": "return", "message": MESSAGE})

    sign_in(author)
    assert MESSAGE in client.get(edit_url(page)).text
    assert MESSAGE in client.get(reverse("my_submissions:index")).text
    with commit():
        again = send(
            client, edit_url(page), "action-submit", summary="A mine action centre gave weekly clearance reports."
        )
    assert again.status_code == 302

    sign_in(reviewer)
    with commit():
        client.post(review_url(page), {"decision": "approve", "message": "", **CHECKED})

    client.logout()
    page.refresh_from_db()
    answer = client.get(page.get_url())
    assert answer.status_code == 200
    for text in ("Clearance reports open schools", "weekly clearance", "A weatherproof table", "Completion reports"):
        assert text in answer.text
    assert (page.identity.listed_to, page.identity.details_to) == (Level.PUBLIC, Level.PUBLIC)
    assert page.identity.text_sensitivity == TextSensitivity.LOW
    steps = ("Received", "Returned with a message", "Received", "Published")
    assert [(each.to, each.subject.partition(":")[0]) for each in mail.outbox] == [([author.email], s) for s in steps]
    assert not any(MESSAGE in each.message().as_string() for each in mail.outbox)


@pytest.mark.parametrize(
    "query", ["q=clearance", "q=weatherproof", "sector=education", "country=nga", "tag=schools", "barrier={barrier}"]
)
def test_what_was_published_is_found(client, author, reviewer, sign_in, commit, query):
    page = published(client, sign_in, author, reviewer, commit)
    barrier = page.barriers.get().kind.key

    answer = client.get(f"/search/?{query.format(barrier=barrier)}")

    assert page.title in answer.text


def test_the_public_version_stays_while_a_change_is_in_review(client, author, reviewer, sign_in, commit):
    page = published(client, sign_in, author, reviewer, commit)
    sign_in(reviewer)
    with commit():
        send(client, edit_url(page), "action-submit", title="Other words")

    client.logout()
    assert "Other words" not in client.get(page.get_url()).text
    assert client.get("/search/?q=clearance").text.count(page.title) >= 1

    sign_in(author)
    with commit():
        client.post(review_url(page), {"decision": "approve", **CHECKED})
    client.logout()
    address = page.get_url()
    assert "Other words" in client.get(address).text


def published(client, sign_in, author, reviewer, commit):
    """The whole case, through the forms, as a visitor finds it."""
    sign_in(author)
    with commit():
        send(client, add_url(CaseStudyPage, index()), "action-submit", **a_whole_case(), **EVERYONE)
    page = CaseStudyPage.objects.get()
    sign_in(reviewer)
    with commit():
        client.post(review_url(page), {"decision": "approve", **CHECKED})
    client.logout()
    page.refresh_from_db()
    assert page.live
    return page


def review_url(page):
    return reverse("records_admin:review", args=[page.pk])
