"""What editors do with a draft beside deciding on it: who sees to it, what they tell each other, what they checked."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.directory.own_data import own_data
from portal.records import submissions
from portal.records.models import Assignment, CannedAnswer, DecisionChecks, ReviewerArea, ReviewNote
from portal.records.review.assigning import add_note, assign, editors, notes_on
from portal.taxonomy.models import Country, Sector
from tests.factories.people import UserFactory, clerk, editor, member_of
from tests.factories.records import make_record
from tests.records.admin_form import CHECKED, send
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db
NOTE = "I have asked the ministry."


@pytest.fixture
def author():
    return editor()


def waiting(by, title="New words", language="en", **fields):
    """A published record whose change waits for review."""
    page = make_record(title="Old words", listed_to=Level.PUBLIC, language=language, **fields)
    page.title = title
    submissions.save_draft(page=page, by=by)
    submissions.submit_for_review(page=page, by=by)
    return CaseStudyPage.objects.get(pk=page.pk)


def review(page):
    return reverse("records_admin:review", args=[page.pk])


def titles(client, **query):
    """The titles in the queue, in order."""
    view = client.get(reverse("review_queue:index_results"), query)
    return [state.content_object.draft_title for state in view.context["object_list"]]


def test_exactly_editors_and_administrators_may_see_to_a_review(author):
    administrator, other = UserFactory(is_superuser=True, is_staff=True), editor()
    gone = editor()
    gone.is_active = False
    gone.save()
    member_of()
    door = clerk()

    assert set(editors()) == {author, administrator, other, door}


def test_a_review_is_given_to_oneself_to_another_and_back(author, client):
    page, me, other = waiting(author), editor(), editor()
    client.force_login(me)
    url = reverse("records_admin:assign", args=[page.pk])
    for data, expected in (({"me": "1"}, me), ({"to": other.pk}, other), ({"to": ""}, None)):
        client.post(url, data)
        assert [each.to for each in Assignment.objects.all()] == [expected] * bool(expected)


def test_a_note_or_a_choice_that_is_not_taken_is_said_to_be_so(author, client):
    page = waiting(author)
    client.force_login(editor())
    for name, data, words in (
        ("note", {"text": " "}, "This field is required."),
        ("note", {"text": "x" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
        ("assign", {"to": author.pk + 10**6}, "Select a valid choice."),
    ):
        answer = client.post(reverse(f"records_admin:{name}", args=[page.pk]), data, follow=True)
        assert words in answer.text

    assert not ReviewNote.objects.exists()


def test_it_is_given_to_nobody_who_could_not_decide(author, client):
    page = waiting(author)
    step = page.current_workflow_task_state
    for person in (author, member_of()):
        with pytest.raises(ValidationError):
            assign(task_state=step, to=person, by=editor())
    with pytest.raises(PermissionDenied):
        assign(task_state=step, to=editor(), by=member_of())
    assert not Assignment.objects.exists()


def test_whoever_it_is_given_to_another_editor_may_decide(author):
    page = waiting(author)
    assign(task_state=page.current_workflow_task_state, to=editor(), by=author)

    submissions.approve(page=page, by=editor())

    assert CaseStudyPage.objects.get(pk=page.pk).title == "New words"


def test_no_author_reads_what_editors_tell_each_other(author, client):
    page, other = waiting(author), editor()
    step = page.current_workflow_task_state
    client.force_login(other)
    client.post(reverse("records_admin:note", args=[page.pk]), {"text": NOTE})
    assert [note.by for note in ReviewNote.objects.all()] == [other]
    assert NOTE in client.get(review(page)).text

    client.force_login(author)
    for address in (review(page), reverse("wagtailadmin_pages:edit", args=[page.pk]), "/contribute/"):
        assert NOTE not in client.get(address).text
    for person in (author, member_of()):
        assert not notes_on(step, person).exists()
        with pytest.raises(PermissionDenied):
            add_note(task_state=step, text="Mine.", by=person)
    assert NOTE not in str(own_data(author)) + str(own_data(other))


def test_an_entry_is_approved_when_all_three_are_checked_and_that_is_kept(author, client):
    page = waiting(author)
    step = page.current_workflow_task_state
    client.force_login(editor())
    for missing in CHECKED:
        answer = client.post(review(page), {"decision": "approve"} | CHECKED | {missing: ""})
        assert "Tick what you have checked" in answer.text
    assert not DecisionChecks.objects.exists()

    client.post(review(page), {"decision": "approve", **CHECKED})

    kept = DecisionChecks.objects.get()
    assert (kept.task_state, kept.consent, kept.sensitivity, kept.sources) == (step, True, True, True)


def test_of_two_who_decide_at_once_the_first_counts(author, client):
    page, seen = waiting(author), {}
    first, second = editor(), editor()
    step = page.current_workflow_task_state.pk
    client.force_login(second)
    seen = {"seen": step, "decision": "return", "message": "Shorter.", "consent": ""}
    submissions.approve(page=page, by=first, seen=step)

    answer = client.post(review(page), seen, follow=True)

    assert "does not wait for review any more" in answer.text
    assert CaseStudyPage.objects.get(pk=page.pk).title == "New words"
    with pytest.raises(PermissionDenied):
        submissions.return_with_message(page=CaseStudyPage.objects.get(pk=page.pk), by=second, message="No.", seen=step)


@pytest.mark.parametrize(("language", "words"), [("fr", "Nommez la source."), ("ar", "Name the source.")])
def test_a_ready_answer_speaks_the_language_of_the_draft(author, client, language, words):
    ready = CannedAnswer.objects.create(name="About a source", text_en="Name the source.", text_fr="Nommez la source.")
    page = waiting(author, language=language)
    step = page.current_workflow_task_state
    client.force_login(editor())

    client.post(review(page), {"decision": "return", "answers": [ready.pk], "message": "Merci."})

    step.refresh_from_db()
    assert step.comment == f"{words}\n\nMerci."


def test_what_changed_since_the_return_is_shown_field_by_field(author, client):
    page = waiting(author, summary="Before the message.")
    submissions.return_with_message(page=page, by=editor(), message="Say when.")
    draft = CaseStudyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.summary = "After the message, in May."
    submissions.save_draft(page=draft, by=author)
    submissions.submit_for_review(page=CaseStudyPage.objects.get(pk=page.pk), by=author)
    client.force_login(editor())

    answer = client.get(review(page))

    assert [str(each.field_label()) for each in answer.context["changes"]] == ["Summary"]
    assert "Say when." in answer.text
    assert "May" in answer.text


def test_the_queue_is_filtered_by_what_the_waiting_version_says(author, client):
    chad, sudan = Country.objects.order_by("pk")[:2]
    sector = Sector.objects.order_by("pk").first()
    waiting(author, "In Chad", countries=[chad])
    waiting(author, "Of a sector", sectors=[sector])
    french = waiting(author, "En français", language="fr")
    moved = waiting(author, "Moved")
    submissions.take_back(page=moved, by=author)
    moved = moved.get_latest_revision_as_object()
    moved.countries.set([sudan])
    submissions.save_draft(page=moved, by=author)
    submissions.submit_for_review(page=CaseStudyPage.objects.get(pk=moved.pk), by=author)
    me = editor()
    assign(task_state=french.current_workflow_task_state, to=me, by=me)
    client.force_login(me)

    assert titles(client, country=chad.pk) == ["In Chad"]
    assert titles(client, country=sudan.pk) == ["Moved"]
    assert titles(client, sector=sector.pk) == ["Of a sector"]
    assert titles(client, language="fr") == ["En français"]
    assert titles(client, assigned="mine") == ["En français"]
    assert set(titles(client, assigned="nobody")) == {"In Chad", "Of a sector", "Moved"}
    assert titles(client, waiting_since="2020-01-01") == []


def test_what_is_mine_stands_first_and_everything_is_seen(author, client):
    country = Country.objects.order_by("pk").first()
    waiting(author, "Oldest")
    waiting(author, "In my country", countries=[country])
    taken = waiting(author, "In my country, of another", countries=[country])
    given = waiting(author, "Given to me")
    me, other = editor(), editor()
    assign(task_state=given.current_workflow_task_state, to=me, by=other)
    assign(task_state=taken.current_workflow_task_state, to=other, by=other)
    client.force_login(me)
    send(client, reverse("records_admin:area"), countries=[country.pk], languages=["ar"])
    assert ReviewerArea.objects.get().languages == ["ar"]

    assert titles(client) == ["In my country", "Given to me", "Oldest", "In my country, of another"]


def test_the_page_of_a_review_takes_as_many_queries_with_notes_and_editors_as_without(author, client):
    page, me = waiting(author), editor()
    client.force_login(me)
    counted = [queries_of(client, review(page))]
    for _each in range(5):
        add_note(task_state=page.current_workflow_task_state, text=NOTE, by=me)
        editor()

    counted.append(queries_of(client, review(page)))

    assert counted[0] == counted[1]
    assert counted[0] <= 60
