"""Entries side by side: only what the reader may read of each, hidden and absent codes alike."""

import re

import pytest
from django.test import Client
from wagtail.models import Locale

from case_studies.models import CaseStudyLesson
from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import READ, REFUSED
from portal.taxonomy.models import Country
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def code(record):
    return record.identity.code if hasattr(record, "identity") else record.code


def ask(*records, user=None, prefix="", more=""):
    client = Client()
    if user:
        client.force_login(user)
    codes = [each if isinstance(each, str) else code(each) for each in records]
    return client.get(f"{prefix}/compare/?{'&'.join(f'r={each}' for each in codes)}{more}")


def lines(response, which="different"):
    comparison = response.context["comparison"]
    return {line.label: [cell.parts for cell in line.cells] for line in getattr(comparison, which)}


@pytest.fixture
def two():
    iraq = Country.objects.get(key="irq")
    one = make_record(title="First", summary="One.", place="Here", countries=[iraq], phase="early recovery")
    other = make_record(title="Second", summary="Two.", place="There", countries=[iraq], phase="early recovery")
    return one, other


def test_what_differs_stands_before_what_is_the_same(two):
    response = ask(*two)

    assert [end.title for end in response.context["comparison"].ends] == ["First", "Second"]
    different, same = lines(response), lines(response, "same")
    assert (different["Summary"], different["Place"]) == ([("One.",), ("Two.",)], [("Here",), ("There",)])
    assert (same["Countries"], same["Phase"]) == ([("Iraq",)] * 2, [("early recovery",)] * 2)
    assert not different.keys() & same.keys()
    assert response.text.index("There") < response.text.index("The same in all") < response.text.index("Iraq</div>")


def test_details_of_one_are_closed_and_tell_not_whether_they_are_filled(two):
    filled = make_record(title="Filled", details_to=Level.MEMBERS, place="Closed place", summary="Card.")
    empty = make_record(title="Empty", details_to=Level.MEMBERS, summary="Card.")

    answers = [ask(two[0], each) for each in (filled, empty)]

    for response in answers:
        assert lines(response)["Place"] == [("Here",), ()]
        assert "Closed place" not in response.text
    assert lines(answers[0]).keys() == lines(answers[1]).keys()
    assert answers[0].text.count("Closed to you") == answers[1].text.count("Closed to you") > 0
    assert lines(ask(two[0], filled, user=member_of()))["Place"] == [("Here",), ("Closed place",)]


def test_what_is_for_its_owner_is_not_compared(two):
    for record in two:
        record.persons_consented = record == two[0]
        record.save_revision().publish()

    assert "Everybody named has agreed to it" not in lines(ask(*two, user=editor()))


def test_a_hidden_code_is_ignored_as_an_absent_one(two):
    hidden = make_record(title="Hidden words", listed_to=Level.OWNER)
    draft = make_record(title="Draft words", publish=False)
    gone = "CS-ZZZZ"

    answers = [(each, ask(two[0], each)) for each in (code(hidden), code(draft), gone)]

    texts = {response.text.replace(each, gone) for each, response in answers}
    assert len(texts) == 1
    assert "“CS-ZZZZ” is no entry that can be compared; it was ignored." in texts.pop()
    assert len(ask(two[0], hidden, user=editor()).context["comparison"].ends) == 2


def test_a_refusal_and_a_read_above_members_are_noted(two):
    hidden = make_record(listed_to=Level.OWNER)
    narrow = make_record(details_to=Level.NAMED)
    person = editor()

    ask(two[0], hidden, narrow)
    ask(two[0], narrow, user=person)

    assert [(each.action, each.code, each.by) for each in AuditEntry.objects.filter(action__in=(READ, REFUSED))] == [
        (READ, code(narrow), person),
        (REFUSED, code(hidden), None),
    ]


def test_all_are_of_the_kind_of_the_first(two):
    practice, organisation = make_record(PracticePage, title="Practice"), OrganisationFactory()

    response = ask(two[0], practice, organisation, two[1])

    assert [end.title for end in response.context["comparison"].ends] == ["First", "Second"]
    assert response.context["comparison"].notices == [
        f"“{code(practice)}” is of another kind than the first entry; it was left out.",
        f"“{organisation.code}” is no entry that can be compared; it was ignored.",
    ]


def test_at_most_four_and_each_once(two):
    others = [make_record(title=f"Case {number}") for number in range(3)]

    response = ask(*two, two[0], code(two[0]).lower(), *others)

    assert [end.title for end in response.context["comparison"].ends] == ["First", "Second", "Case 0", "Case 1"]
    assert response.context["comparison"].notices == [
        "Only four entries can stand side by side: these are the first four."
    ]
    assert "Add another" not in response.text


def test_one_is_left_out_and_another_added_by_links(two):
    third = make_record(title="Third zymurgy")
    make_record(title="Hidden zymurgy", listed_to=Level.OWNER)

    response = ask(*two, more="&q=zymurgy")

    assert [(hit.title, url) for hit, url in response.context["others"]] == [
        ("Third zymurgy", f"/compare/?r={code(two[0])}&r={code(two[1])}&r={code(third)}")
    ]
    assert f'href="/compare/?r={code(two[1])}" rel="nofollow">Leave out' in response.text


def test_an_entry_alone_says_all_that_it_has(two):
    response = ask(two[0])

    assert lines(response)["Countries"] == [("Iraq",)]
    assert lines(response, "same") == {}
    assert code(two[1]) in response.text


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_without_codes_it_says_how_to_begin(prefix):
    response = ask(prefix=prefix)

    assert response.status_code == 200
    assert f'<a href="{prefix}/case-studies/">' in response.text
    assert response["Cache-Control"] == "public, no-cache"


def test_words_stand_in_their_own_language(two):
    copy = two[0].copy_for_translation(Locale.objects.get(language_code="ar"))
    copy.title, copy.place = "الحالة", "هنا"
    copy.save_revision().publish()

    cells = ask(*two, prefix="/ar").context["comparison"].different[0].cells

    assert [cell.lang for cell in cells] == ["ar", "en"]
    assert '<td role="cell"><span class="of soft" lang="en" dir="ltr"' in ask(*two, prefix="/ar").text


def test_unknown_parameters_are_said_and_odd_ones_harm_nothing(two):
    response = ask(two[0], "%00", "", "x" * 500, "<script>", more="&colour=red&q=")

    assert response.status_code == 400
    response = ask(two[0], "", "x" * 500, "%3Cscript%3E", more="&colour=red&q=%22")
    assert "“colour” is not something to filter by" in " ".join(response.context["comparison"].notices)
    assert "<script>" not in response.text.replace('<script type="application/ld+json">', "")


def test_lists_of_kinds_with_pages_have_boxes(two):
    text = Client().get("/case-studies/").text
    boxes = re.findall(r'<input type="checkbox" name="r" value="([^"]+)" form="compare"', text)

    assert set(boxes) == {code(each) for each in two}
    assert '<form class="more-link" id="compare" action="/compare/">' in text
    for path in ("/search/?q=first", "/organisations/", "/lessons/", "/"):
        assert 'form="compare"' not in Client().get(path).text


def test_a_page_leads_to_the_comparison(two):
    assert f'<a href="/compare/?r={code(two[0])}" rel="nofollow">' in Client().get(two[0].get_url()).text


@pytest.mark.parametrize("number", [2, 3])
def test_any_number_takes_the_same_queries(number, django_assert_num_queries):
    made = [make_record(title=f"Case {count}", lessons=[CaseStudyLesson(text="L")]) for count in range(4)]
    path = f"/compare/?{'&'.join(f'r={code(each)}' for each in made[:number])}"
    Client().get(path)

    with django_assert_num_queries(10):
        Client().get(path)
