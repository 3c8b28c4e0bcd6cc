"""The lists that editors look after: exact sets, and for editors alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from portal.desk.my.editing import LISTS, entries_of, looked_after
from portal.records.models import RecordLink, RecordPage
from portal.taxonomy.models import LinkKind, NeedState, UpdateFrequency
from practices.needs.models import NeedAnswer
from tests.factories.needs import make_holding, make_need
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def titles(name):
    found = LISTS[name].keys(RecordIdentity.objects.all()).values_list("pk", flat=True)
    return set(RecordPage.objects.filter(translation_key__in=list(found)).values_list("title", flat=True))


@pytest.mark.parametrize("name", [*LISTS])
def test_they_are_for_editors(who_gets, name):
    assert who_gets("editing", name) == {"editor", "clerk"}


def test_whoever_is_given_them_finds_what_they_may_know_of_and_counts_no_more(people, organisation):
    for title, level in (("Alone", Level.MEMBERS), ("Ours alone", Level.OWNER)):
        decide(make_record(title=title), listed_to=level, owner=organisation)

    def found(who):
        titles = {end.title for end in entries_of("unlinked", people[who])}
        return titles, LISTS["unlinked"].keys(looked_after(people[who])).count()

    assert found("editor") == found("focal point") == ({"Alone", "Ours alone"}, 2)
    assert found("staff") == ({"Alone"}, 1)
    assert found("former member") == (set(), 0)


def test_there_are_no_others(who_gets):
    assert who_gets("editing", "nothing-such") == set()


def test_stale():
    today = timezone.localdate()
    make_record(title="Late", review_due_on=today - timedelta(days=1))
    make_record(title="Today", review_due_on=today)
    make_record(title="No day")
    make_record(title="Draft", review_due_on=today - timedelta(days=1), publish=False)

    assert titles("stale") == {"Late"}


def test_unanswered():
    make_need(title="Open", state=NeedState.objects.get(key="open"))
    make_need(title="Nothing said")
    make_need(title="Withdrawn", state=NeedState.objects.get(key="withdrawn"))
    page = make_need(title="Answered in part", state=NeedState.objects.get(key="partly_met"))
    NeedAnswer.objects.create(need=page, note="Counts by district.", locale=page.locale)

    assert titles("unanswered") == {"Open", "Nothing said"}


def test_unlinked():
    target, named = make_record(title="Linked to"), make_holding(title="Named by a need")
    kind = LinkKind.objects.first()
    make_record(title="Links", links=[RecordLink(kind=kind, target=target.identity)])
    need = make_need(title="Names")
    NeedAnswer.objects.create(need=need, target=named.identity, locale=need.locale)
    make_record(title="Alone")

    assert titles("unlinked") == {"Alone"}


def test_overdue():
    monthly = next(term for term in UpdateFrequency.objects.all() if str(term.attributes.get("days")) in ("30", "31"))
    today = timezone.localdate()
    make_holding(title="Old", update_frequency=monthly, last_updated_on=today - timedelta(days=900))
    make_holding(title="New", update_frequency=monthly, last_updated_on=today)
    make_holding(title="Not known")

    assert titles("overdue") == {"Old"}


def test_what_is_withdrawn_waits_for_nothing(page_of, people):
    page = make_record(title="Alone")
    before = page_of(people["editor"], "editing", "unlinked").text

    withdraw_record(identity=page.identity, by=people["editor"])

    assert "Alone" in before
    assert "Alone" not in page_of(people["editor"], "editing", "unlinked").text
    lines = page_of(people["editor"], "home").context["lines"]["editors"]
    assert [(line.url, line.count) for line in lines if line.count is not None] == [(reverse("reviewing:week"), 0)]
