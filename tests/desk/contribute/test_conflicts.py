"""Two people write at one entry, and lines drop: nothing typed is lost, and nothing is there twice."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from case_studies.models import CaseStudyExchange, CaseStudyPage
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.registry import kind
from tests.desk.contribute.filling import answers, fields, fill_in, path_of, type_in
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(author, organisation):
    page = make_record(owner=author, listed_to=Level.MEMBERS, title="As it was", what_was_done="<p>As it was done.</p>")
    decide(page, listed_to=Level.MEMBERS, custodian=organisation)
    return page


@pytest.fixture
def other(client, organisation):
    """A second browser, of a focal point of the same organisation."""
    browser = type(client)()
    browser.force_login(member_of(organisation, focal_point=True))
    return browser


def screen(page, number=1):
    return reverse("contribute:screen", args=[kind("case_study"), page.identity.code, number])


def draft(page):
    return CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_the_second_gets_both_texts_and_chooses(writing, other, page):
    url = screen(page)
    mine = fields(other.get(url))
    type_in(writing, url, "later", title="Words of the first", from_year="2020")

    answer = other.post(url, mine | {"title": "Words of the second", "to_year": "2024", "later": "yes"})

    assert answer.status_code == 409
    (clash,) = answer.context["clashes"]
    assert (clash.name, clash.mine, clash.theirs) == ("title", "Words of the second", "Words of the first")
    assert draft(page).title == "Words of the first"
    assert path_of(other.post(url, fields(answer) | {"keep:title": "mine"}))
    assert (draft(page).title, draft(page).from_year, draft(page).to_year) == ("Words of the second", 2020, 2024)


def test_the_other_text_can_be_kept(writing, other, page):
    url = screen(page, 2)
    mine = fields(other.get(url))
    type_in(writing, url, "later", what_was_done="Otherwise.")
    answer = other.post(url, mine | {"what_was_done": "Differently.", "results": "Good.", "later": "yes"})

    assert path_of(other.post(url, fields(answer) | {"keep:what_was_done": "theirs"}))

    assert (draft(page).what_was_done, draft(page).results) == ("<p>Otherwise.</p>", "<p>Good.</p>")


def test_a_choice_counts_only_for_the_text_that_was_seen(writing, other, page):
    url = screen(page)
    mine = fields(other.get(url))
    type_in(writing, url, "later", title="First words")
    answer = other.post(url, mine | {"title": "Second words", "later": "yes"})
    type_in(writing, url, "later", title="Newer first words")

    again = other.post(url, fields(answer) | {"keep:title": "mine"})

    assert again.status_code == 409
    assert again.context["clashes"][0].theirs == "Newer first words"


def test_what_only_one_changed_is_put_together_unasked(writing, other, page):
    url = screen(page)
    mine = fields(other.get(url))
    type_in(writing, url, "later", title="Changed by the first", **{"exchanges-0-provider_note": "The centre"})

    assert path_of(other.post(url, mine | {"from_year": "2021", "later": "yes"}))

    page = draft(page)
    assert (page.title, page.from_year) == ("Changed by the first", 2021)
    assert [row.provider_note for row in page.exchanges.all()] == ["The centre"]


def test_rows_that_both_changed_are_one_text(writing, other, page):
    url = screen(page, 2)
    mine = fields(other.get(url))
    type_in(writing, url, "later", **{"lessons-0-text": "Ask early."})

    answer = other.post(url, mine | {"lessons-0-text": "Ask often.", "later": "yes"})

    assert [(each.name, each.mine, each.theirs) for each in answer.context["clashes"]] == [
        ("lessons", "– Ask often.", "– Ask early.")
    ]


def test_of_the_other_text_a_name_that_one_may_not_know_of_is_left_out(other, page):
    url = screen(page)
    mine = fields(other.get(url))
    hidden, known = OrganisationFactory(name_en="Hidden body"), OrganisationFactory(name_en="Known body")
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    theirs = draft(page)
    theirs.exchanges.set([CaseStudyExchange(what="Maps", provider=hidden, receiver=known, receiver_note="Theirs")])
    theirs.save_revision()

    answer = other.post(url, mine | {"exchanges-0-receiver_note": "Mine", "later": "yes"})

    assert [(each.name, each.theirs) for each in answer.context["clashes"]] == [("exchanges", "– Known body · Theirs")]
    assert "Hidden body" not in answer.text


def test_a_form_that_is_sent_twice_makes_one_entry(writing):
    one, _ = answers("case_study")
    data = fields(writing.get("/contribute/case-studies/")) | one | {"continue": "yes"}

    paths = {path_of(writing.post("/contribute/case-studies/", data)) for _ in range(3)}

    assert len(paths) == 1
    assert CaseStudyPage.objects.count() == RecordIdentity.objects.filter(kind="case_study").count() == 1
    assert CaseStudyPage.objects.get().revisions.count() == 1


def test_what_was_typed_after_the_line_was_lost_is_not_lost(writing):
    data = fields(writing.get("/contribute/case-studies/")) | {"title": "First words"}
    writing.post("/contribute/case-studies/", data | {"later": "yes"})

    answer = writing.post("/contribute/case-studies/", data | {"title": "Better words", "later": "yes"})
    assert [each.mine for each in answer.context["clashes"]] == ["Better words"]
    place = answer.context["place"].url
    assert path_of(writing.post(place, fields(answer) | {"keep:title": "mine", "later": "yes"})) == "/contribute/"

    assert CaseStudyPage.objects.get().draft_title == "Better words"


def test_a_screen_that_is_sent_twice_is_kept_once(writing, page):
    url = screen(page)
    data = fields(writing.get(url)) | {"title": "New words", "later": "yes"}
    before = page.revisions.count()

    assert {path_of(writing.post(url, data)) for _ in range(2)} == {"/contribute/"}

    assert page.revisions.count() == before + 1


def test_an_entry_is_sent_for_review_once(writing):
    overview = fill_in(writing, "case_study")

    for _ in range(2):
        assert path_of(writing.post(overview, {"send": "yes"})) == overview

    assert WorkflowState.objects.count() == 1


def test_what_waits_is_not_changed_and_what_was_typed_comes_back(writing):
    overview = fill_in(writing, "case_study")
    page = CaseStudyPage.objects.get()
    data = fields(writing.get(screen(page)))
    writing.post(overview, {"send": "yes"})

    answer = writing.post(screen(page), data | {"title": "Too late", "continue": "yes"})

    assert answer.status_code == 400
    assert "It waits for review. Take it back before you change it." in answer.text
    assert fields(answer)["title"] == ["Too late"]
    writing.post(overview, {"take-back": "yes"})
    assert path_of(writing.post(screen(page), fields(answer) | {"continue": "yes"}))
    assert draft(page).title == "Too late"


def test_opening_and_sending_it_unchanged_makes_no_draft(writing, page):
    before = page.revisions.count()
    for number in (1, 2):
        type_in(writing, screen(page, number), "later")

    assert page.revisions.count() == before
