"""Links are shown from both ends, to who may know of both and may read the record that makes them."""

from contextlib import contextmanager

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Locale

from portal.access.enums import Level
from portal.linkage.queries import by_label, links_of
from portal.records.models import RecordLink
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import LinkKind
from portal.taxonomy.tree import held
from practices.evidence import evidence_in
from practices.models import PracticePage
from tests.factories.people import editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


def link(kind, to, note=""):
    return RecordLink(kind=LinkKind.objects.get(key=kind), target_id=to.key, note=note)


@contextmanager
def reading():
    """As on a page that is read: the vocabularies count as unchanged."""
    with held():
        kept_terms(LinkKind)
        yield


def shown(record, user):
    return [(label, [each.end.title for each in links]) for label, links in by_label(links_of(record.key, user))]


def test_a_link_reads_from_both_ends():
    practice = make_record(PracticePage, title="Ask a few questions")
    case = make_record(title="Three questions", links=[link("evidences", practice, "asked in 2024")])

    assert shown(case, VISITOR) == [("Is evidence for", ["Ask a few questions"])]
    assert shown(practice, VISITOR) == [("Is backed by", ["Three questions"])]
    assert [each.note for each in links_of(practice.key, VISITOR)] == ["asked in 2024"]


def test_a_link_of_details_one_may_not_read_is_absent_at_both_ends():
    practice = make_record(PracticePage, title="Ask a few questions")
    case = make_record(title="Card only", details_to=Level.MEMBERS, links=[link("evidences", practice)])

    assert shown(case, VISITOR) == []
    assert shown(practice, VISITOR) == []
    assert shown(practice, member_of()) == [("Is backed by", ["Card only"])]


def test_a_hidden_end_is_absent():
    hidden = make_record(PracticePage, title="Hidden", listed_to=Level.OWNER)
    case = make_record(title="Open", links=[link("evidences", hidden)])

    assert shown(case, member_of()) == []
    assert shown(case, editor()) == [("Is evidence for", ["Hidden"])]


def test_strength_counts_only_the_cases_that_the_reader_may_know_of():
    practice = make_record(PracticePage, title="Ask")
    for level in (Level.PUBLIC, Level.MEMBERS, Level.OWNER):
        make_record(title=f"Case for {level}", listed_to=level, links=[link("evidences", practice)])

    counted = [len(evidence_in(links_of(practice.key, user)).cases) for user in (VISITOR, member_of(), editor())]

    assert counted == [1, 2, 3]
    assert evidence_in(links_of(practice.key, VISITOR)).strength == "emerging"
    assert evidence_in(links_of(practice.key, member_of())).strength == "promising"


@pytest.mark.parametrize("number", [1, 12])
def test_any_number_of_links_takes_the_same_queries(django_assert_num_queries, number):
    practice = make_record(PracticePage, title="Ask")
    for count in range(number):
        make_record(title=f"Case {count}", links=[link("evidences", practice)])

    with reading(), django_assert_num_queries(2):
        assert len(links_of(practice.key, VISITOR)) == number


def test_a_translation_is_shown_once_in_the_language_of_the_reader():
    practice = make_record(PracticePage, title="Ask")
    case = make_record(title="Case", links=[link("evidences", practice)])
    french = case.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Cas"
    french.save_revision().publish()

    assert shown(practice, VISITOR) == [("Is backed by", ["Case"])]


def test_only_a_case_says_that_it_shows_a_practice():
    case = make_record(title="Case")
    practice = make_record(PracticePage, title="Ask", links=[link("evidences", case)])

    assert evidence_in(links_of(practice.key, VISITOR)).cases == ()
