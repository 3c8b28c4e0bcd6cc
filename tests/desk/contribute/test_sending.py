"""What is said after sending: that it waits, or that it went out at once."""

import pytest

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.records.submissions import approve
from portal.records.trust import approve_trust, ask_trust
from tests.desk.contribute.filling import fill_in, type_in
from tests.factories.people import editor
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
WAITS, AT_ONCE = "Sent for review. An editor looks at it", "Published at once, since your organisation is trusted"


@pytest.fixture
def overview(writing, organisation):
    """The page of a published entry of the organisation, which a member of it has changed."""
    address = fill_in(writing, "case_study")
    writing.post(address, {"send": "yes"})
    page = CaseStudyPage.objects.get()
    approve(page=page, by=editor())
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    type_in(writing, f"{address}1/", title="Roads, in other words")
    return address


@pytest.mark.parametrize(
    ("titled", "refused"),
    [("Camp at 33.3152, 44.3661", True), ("A camp", False)],
)
def test_what_no_editor_could_publish_is_not_sent(writing, titled, refused):
    address = fill_in(writing, "case_study")
    type_in(writing, f"{address}1/", title=titled)

    shown = writing.get(f"{address}who/").text
    text = writing.post(address, {"send": "yes"}, follow=True).text

    assert ("This is not for everybody to read:" in shown) == refused
    assert (
        "Something in it is for fewer people than would read it. Title: “\u206833.3152, 44.3661\u2069” (" in text
    ) == refused
    assert ("It stands in step 1." in text) == refused
    assert (WAITS in text) != refused
    assert CaseStudyPage.objects.get().workflow_in_progress != refused


def test_what_must_be_answered_is_not_called_optional(writing):
    address = fill_in(writing, "case_study")

    text = writing.get(f"{address}who/").text

    assert "Could a person be identified?</legend>" in text
    assert text.count("(optional)") == 2, "the organisations, and why"


def test_the_preview_leads_back_and_says_who_is_asked_for(writing):
    address = fill_in(writing, "case_study", listed_to=Level.MEMBERS)

    text = writing.get(f"{address}preview/").text

    assert f'href="{address}" target="_top">Back to the draft</a>' in text
    assert "Asked for: may read all of it: Members of the community." in text
    assert "Sign in" not in text


def test_meant_for_few_enough_it_is_sent(writing):
    address = fill_in(writing, "case_study", listed_to=Level.OWNER)
    type_in(writing, f"{address}1/", title="Camp at 33.3152, 44.3661")

    assert WAITS in writing.post(address, {"send": "yes"}, follow=True).text


def trust(organisation):
    ask_trust(organisation=organisation, by=editor(), reason="Forty entries.")
    approve_trust(organisation=organisation, by=editor())


def test_what_waits_for_a_second_person_says_so(writing, overview):
    text = writing.post(overview, {"send": "yes"}, follow=True).text

    assert (WAITS in text, AT_ONCE in text) == (True, False)
    assert CaseStudyPage.objects.get().title != "Roads, in other words"


def test_what_went_out_at_once_says_so(writing, overview, organisation):
    trust(organisation)

    text = writing.post(overview, {"send": "yes"}, follow=True).text

    assert (WAITS in text, AT_ONCE in text) == (False, True)
    assert "What you change is looked at before others see it." not in text
    assert CaseStudyPage.objects.get().title == "Roads, in other words"
