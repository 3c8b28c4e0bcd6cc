"""What becomes of the answers: titles, what the portal fills in, what stands in the way of sending, the preview."""

import re

import pytest

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.desk.contribute.sections import sections_of
from portal.desk.models import FieldGuidance
from portal.records.registry import kind
from portal.records.submissions import approve, return_with_message, save_draft
from portal.taxonomy.models import Country, DataKind
from practices.models import PracticeRisk
from tests.desk.contribute.filling import NO, TITLE, answers, fields, fill_in, path_of, type_in
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
NEXT = re.compile("(?:Next|Nothing to do): [^<]*[.]")


def draft(key="case_study"):
    return kind(key).model.objects.get().get_latest_revision_as_object()


def test_titles_are_made_where_none_is_asked(writing):
    fill_in(writing, "holding")
    fill_in(writing, "flow")

    term, country = DataKind.objects.current().order_by("pk").first(), Country.objects.current().order_by("pk").first()
    assert draft("holding").title == f"{term} – {country}"
    assert draft("flow").title == f"The centre → Operators: {term}"


def test_what_the_portal_fills_in(writing, organisation):
    overview = fill_in(writing, "case_study")
    writing.post(overview, {"send": "yes"})
    fill_in(writing, "need")
    fill_in(writing, "holding")

    assert draft().summary == "Which schools to open"
    assert [row.what for row in draft().exchanges.all()] == [str(DataKind.objects.current().order_by("pk").first())]
    assert [(row.organisation, row.role.key) for row in draft("need").organisations.all()] == [
        (organisation, "data_user")
    ]
    assert [(row.organisation, row.role.key) for row in draft("holding").organisations.all()] == [
        (organisation, "data_owner")
    ]
    assert draft("holding").ladder.count() == 3


def test_what_is_written_as_lines_is_read_as_a_list(writing):
    fill_in(writing, "case_study")

    assert draft().what_was_done == "<p>First this.</p><ul><li>then that</li><li>and that</li></ul>"


def test_a_draft_with_holes_is_not_sent(writing):
    second = path_of(type_in(writing, "/contribute/practices/", **answers("practice")[0]))
    overview = second.removesuffix("2/")

    writing.post(overview, {"send": "yes"})
    assert "Answer the questions of “Who may see this?”" in writing.get(overview).text
    type_in(writing, second.replace("/2/", "/1/"), "later", problem="")
    type_in(writing, f"{overview}who/", **NO)
    writing.post(overview, {"send": "yes"})

    assert "Answer these questions before you send it for review: problem." in writing.get(overview).text
    assert not kind("practice").model.objects.get().workflow_in_progress


def test_a_returned_draft_shows_its_message_and_is_sent_again(writing):
    overview = fill_in(writing, "case_study")
    writing.post(overview, {"send": "yes"})
    assert "Waits for review" in writing.get("/contribute/").text
    return_with_message(page=CaseStudyPage.objects.get(), by=editor(), message="Name the source.")

    listed, shown = writing.get("/contribute/").text, writing.get(overview).text
    type_in(writing, f"{overview}2/", "later", results="By the report of 2023.")
    writing.post(overview, {"send": "yes"})

    assert "Name the source." in listed
    assert "Name the source." in shown
    page = CaseStudyPage.objects.get()
    assert page.workflow_in_progress
    approve(page=page, by=editor())
    assert CaseStudyPage.objects.get().results == "<p>By the report of 2023.</p>"


def test_the_state_is_said_alike_at_my_work_and_what_is_next_where_one_writes(writing):
    def said():
        pages = [writing.get(path).text for path in ("/contribute/", "/my/")]
        (tag,) = {re.search(r'<li class="row">.*?<span class="tag[^>]*>([^<]*)', page, re.DOTALL)[1] for page in pages}
        return tag, [set(NEXT.findall(page)) for page in pages]

    overview = fill_in(writing, "case_study")
    draft_ = said()
    writing.post(overview, {"send": "yes"})
    waiting = said()
    return_with_message(page=CaseStudyPage.objects.get(), by=editor(), message="Name the source.")
    returned = said()

    assert draft_ == ("Draft", [{"Next: finish it and send it for review."}, set()])
    assert waiting == ("Waits for review", [{"Nothing to do: an editor looks at it."}, set()])
    assert returned == (
        "Returned with a message", [{"Next: change what the message says, then send it again."}, set()],
    )  # fmt: skip


def test_a_published_entry_is_changed_by_the_same_form(writing):
    overview = fill_in(writing, "case_study")
    writing.post(overview, {"send": "yes"})
    approve(page=CaseStudyPage.objects.get(), by=editor())

    type_in(writing, f"{overview}1/", "later", title="A better title")
    assert CaseStudyPage.objects.get().title == TITLE
    writing.post(overview, {"send": "yes"})
    approve(page=CaseStudyPage.objects.get(), by=editor())

    page = CaseStudyPage.objects.get()
    assert (page.title, page.identity.listed_to) == ("A better title", Level.PUBLIC)


def test_one_line_more_keeps_what_was_typed_and_an_emptied_line_goes(writing):
    second = path_of(type_in(writing, "/contribute/practices/", **answers("practice")[0]))

    answer = writing.post(second, {"risks-rows": "1", "risks-0-text": "Slow", "add": "risks"})
    shown = fields(writing.get(answer.headers["Location"]))

    assert (shown["risks-0-text"], shown["risks-1-text"], shown["risks-rows"]) == (["Slow"], [""], ["2"])
    writing.post(second, shown | {"risks-0-text": "", "risks-1-text": "Costly", "later": "yes"})
    assert [row.text for row in draft("practice").risks.all()] == ["Costly"]


def test_of_many_lines_none_is_lost(writing):
    """More than one may add; an import brought them."""
    second = path_of(type_in(writing, "/contribute/practices/", **answers("practice")[0]))
    page = draft("practice")
    page.risks.set([PracticeRisk(text=f"Risk {number}", sort_order=number) for number in range(31)])
    save_draft(page=page, by=page.owner)

    type_in(writing, second, "later", **{"risks-0-text": "Risk changed"})

    texts = [row.text for row in draft("practice").risks.all()]
    assert texts == ["Risk changed", *(f"Risk {number}" for number in range(1, 31))]


def test_every_section_of_the_full_form_is_kept(writing):
    overview = fill_in(writing, "case_study")
    sections = sections_of(kind("case_study"))
    number = next(each.number for each in sections if "technical_arrangement" in each.questions[0])

    for each in sections:
        assert path_of(type_in(writing, f"{overview}more/{each.number}/")) == overview
    type_in(writing, f"{overview}more/{number}/", technical_arrangement="By hand.")

    assert draft().technical_arrangement == "<p>By hand.</p>"
    assert [row.text for row in draft().lessons.all()] == ["Ask early."]
    assert writing.get(f"{overview}more/99/").status_code == 404


def test_similar_entries_and_findings_are_shown_before_sending(writing):
    make_record(title="Clearance reports of schools")
    make_record(title="Clearance reports of schools, hidden", listed_to=Level.OWNER)
    overview = fill_in(writing, "case_study")
    type_in(writing, f"{overview}2/", "later", results="Call +41 22 917 12 34.")

    text = writing.get(overview).text

    assert "Similar entries exist" in text
    assert "Clearance reports of schools" in text
    assert "hidden</a>" not in text
    assert "+41 22 917 12 34" in text
    assert "This is not for everybody to read" in writing.get(f"{overview}2/").text


def test_the_preview_shows_what_visitors_would_see(writing):
    overview = fill_in(writing, "case_study")
    public = writing.get(f"{overview}preview/").text
    type_in(writing, f"{overview}who/", details_to="members")
    card = writing.get(f"{overview}preview/").text
    type_in(writing, f"{overview}who/", listed_to="owner_organisation", details_to="owner_organisation")
    closed = writing.get(f"{overview}preview/").text

    assert "This is what visitors would see" in public
    assert "It worked." in public
    assert "This is what visitors would see" in card
    assert "It worked." not in card
    assert "Visitors would not see it" in closed
    assert "It worked." in closed


def test_what_is_for_the_owner_only_is_in_no_preview(writing):
    overview = fill_in(writing, "case_study", listed_to="members")
    consent = next(each for each in sections_of(kind("case_study")) if "owner_consented" in each.questions[0])
    type_in(writing, f"{overview}more/{consent.number}/", owner_consented="on")

    assert draft().owner_consented
    assert "has agreed to this text" not in writing.get(f"{overview}preview/").text


def test_editors_say_what_stands_beside_a_field(writing):
    FieldGuidance.objects.create(kind="need", field="title", text_en="In five words.", text_fr="En cinq mots.")

    assert "In five words." in writing.get("/contribute/needs/").text
    assert "En cinq mots." in writing.get("/fr/contribute/needs/").text
    assert "In five words." in writing.get("/ar/contribute/needs/").text
    assert "In five words." not in writing.get("/contribute/practices/").text


def test_a_title_is_taken_over_from_a_search(writing):
    assert fields(writing.get("/contribute/needs/?title=Clinics"))["title"] == ["Clinics"]


def test_who_belongs_to_several_organisations_chooses(client):
    one, two = OrganisationFactory(), OrganisationFactory()
    client.force_login(member_of(one, two))

    type_in(client, "/contribute/needs/", "later", title="T", organisation=two.pk)

    assert kind("need").model.objects.get().identity.custodian == two


def test_who_writes_is_told_why_fewer_people_will_read_it(writing):
    """Data that nobody assessed: the text about them goes to members, whatever is asked for."""
    why = "Shown to members only, because the data are of high or severe sensitivity or not assessed"
    first, second = answers("holding")
    who = path_of(type_in(writing, path_of(type_in(writing, "/contribute/holdings/", **first)), **second))
    assert why in writing.get(who).text

    overview = path_of(type_in(writing, who, listed_to="public", details_to="public", **NO))

    assert [why in writing.get(url).text for url in (overview, f"{overview}preview/", who)] == [True] * 3
    path_of(type_in(writing, who, names_place="yes"))
    said = "because this was answered with yes: Is an exact place of hazards, sites or staff named?"
    assert said in writing.get(overview).text


def test_nothing_is_said_where_nothing_is_cut(writing):
    overview = fill_in(writing, "case_study")

    assert "because" not in writing.get(overview).text
