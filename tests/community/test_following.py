"""Following: who hears of what is new, once, and never of what they may not know of."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.community.following import follow, followed, stop_following
from portal.community.models import Follow, RecordNews, SavedSearch
from portal.community.telling import tell_of_changes
from portal.notifications.gathering import gather_digests
from portal.notifications.models import Notice
from portal.notifications.sending import send_due
from portal.search.models import RecordDocument
from portal.taxonomy.models import Country
from practices.models import PracticePage
from tests.factories.community import kept_search, told
from tests.factories.mails import last_mail
from tests.factories.people import MemberFactory, OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
LEVELS = [(Level.PUBLIC, True), (Level.MEMBERS, True), (Level.NAMED, False), (Level.OWNER, False)]


@pytest.fixture
def reader():
    return member_of(OrganisationFactory())


def later(page):
    """The record as it is changed on a later day than was told of."""
    RecordNews.objects.filter(pk=page.key).update(updated_on=timezone.localdate() - timedelta(days=3))


def test_a_new_record_is_told_to_who_keeps_a_search_that_finds_it(reader):
    kept_search(reader, "q=minefields")
    found, other = make_record(title="Sharing minefields"), make_record(title="Sharing schools")

    assert told(found, other) == {(reader.pk, found.key)}


def test_the_database_keeps_a_search_once(reader):
    kept_search(reader, "q=minefields")
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.create(user=reader, name="At the same time", parameters="q=minefields")

    kept_search(reader, "q=minefields", name="Again")
    kept_search(reader, "q=minefields", kind="case_study", name="In one list")
    kept_search(editor(), "q=minefields", name="Of another")
    assert sorted(SavedSearch.objects.values_list("name", flat=True)) == ["Again", "In one list", "Of another"]


def test_all_filters_must_fit(reader):
    kept_search(reader, "q=sharing&country=irq", kind="case_study")
    iraq, mali = Country.objects.get(key="irq"), Country.objects.get(key="mli")
    both = make_record(title="Sharing", countries=[iraq])
    others = [make_record(title="Sharing", countries=[mali]), make_record(title="Schools", countries=[iraq])]
    practice = make_record(PracticePage, title="Sharing", countries=[iraq])

    assert told(both, *others, practice) == {(reader.pk, both.key)}


def test_words_of_which_only_some_are_found_are_no_match(reader):
    kept_search(reader, "q=sharing zebras")

    assert told(make_record(title="Sharing minefields")) == set()


def test_a_filter_that_is_not_known_any_more_matches_nothing(reader):
    kept_search(reader, "organisation=nobody-0000")

    assert told(make_record(title="Sharing minefields")) == set()


@pytest.mark.parametrize(("level", "hears"), LEVELS)
def test_only_who_may_know_of_it_hears(reader, level, hears):
    kept_search(reader, "q=minefields")
    page = make_record(title="Sharing minefields", listed_to=level)

    assert told(page) == ({(reader.pk, page.key)} if hears else set())


@pytest.mark.parametrize(("level", "hears"), LEVELS)
def test_who_follows_it_hears_while_they_may_know_of_it(reader, level, hears):
    page = make_record(title="Sharing minefields")
    follow(user=reader, identity=page.identity)
    decide(page, listed_to=level)

    assert told(page) == ({(reader.pk, page.key)} if hears else set())


def test_words_of_details_tell_only_those_who_may_read_them():
    ours = OrganisationFactory()
    insider, outsider = member_of(ours), member_of(OrganisationFactory())
    for user in (insider, outsider):
        kept_search(user, "q=xylophone")
    page = make_record(title="A case", listed_to=Level.MEMBERS, details_to=Level.NAMED, context="<p>xylophone</p>")
    decide(page, listed_to=Level.MEMBERS, details_to=Level.NAMED, owner=ours)

    assert told(page) == {(insider.pk, page.key)}


def test_it_is_told_once_a_day_and_again_when_it_is_changed_later(reader):
    kept_search(reader, "q=minefields")
    page = make_record(title="Sharing minefields")

    assert [tell_of_changes([page.key]) for _ in range(3)] == [1, 0, 0]
    later(page)
    Notice.objects.update(event="of an earlier day")
    assert tell_of_changes([page.key]) == 1


def test_one_who_follows_it_in_many_ways_hears_once(reader):
    organisation = OrganisationFactory()
    page = make_record(title="Sharing minefields")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    for identity in (page.identity, RecordIdentity.objects.get(pk=organisation.key)):
        follow(user=reader, identity=identity)
    kept_search(reader, "q=minefields", name="One")
    kept_search(reader, "q=sharing", name="Two")

    assert told(page) == {(reader.pk, page.key)}
    assert sorted(Notice.objects.get().facts["searches"]) == ["One", "Two"]


def test_what_becomes_open_to_more_people_is_news_to_them(reader):
    kept_search(reader, "q=minefields")
    page = make_record(title="Sharing minefields", listed_to=Level.OWNER)
    assert told(page) == set()

    decide(page, listed_to=Level.MEMBERS)

    assert told(page) == {(reader.pk, page.key)}


def test_an_old_record_that_is_touched_is_no_news(reader):
    kept_search(reader, "q=minefields")
    page = make_record(title="Sharing minefields")
    RecordDocument.objects.filter(identity=page.key).update(updated_on=timezone.localdate() - timedelta(days=9))

    assert told(page) == set()


def test_who_wrote_it_hears_nothing(reader):
    page = make_record(title="Sharing minefields", owner=reader)
    kept_search(reader, "q=minefields")

    assert told(page) == set()


def test_followers_of_an_organisation_hear_of_what_names_it(reader):
    organisation, other = OrganisationFactory(), OrganisationFactory()
    follow(user=reader, identity=RecordIdentity.objects.get(pk=organisation.key))
    named, page = make_record(title="Theirs"), make_record(title="Not theirs")
    decide(named, listed_to=Level.PUBLIC, owner=organisation)
    decide(page, listed_to=Level.PUBLIC, owner=other)

    assert told(named, page) == {(reader.pk, named.key)}


def test_it_is_asked_again_when_the_mail_is_sent(reader, mailoutbox):
    kept_search(reader, "q=minefields")
    page = make_record(title="Sharing minefields", listed_to=Level.MEMBERS)
    told(page)
    decide(page, listed_to=Level.OWNER)
    Notice.objects.update(state="due")
    send_due()

    assert mailoutbox == []
    assert Notice.objects.get().state == "withdrawn"


def test_who_left_the_community_gets_no_news(reader, mailoutbox):
    kept_search(reader, "q=minefields")
    page = make_record(title="Sharing minefields")
    told(page)
    reader.member.is_active = False
    reader.member.save()
    send_due()

    assert mailoutbox == []


def test_the_digest_of_the_week_names_it(reader, mailoutbox):
    kept_search(reader, "q=minefields", name="Fields")
    page = make_record(title="Sharing minefields")
    told(page)
    send_due()
    assert mailoutbox == []

    gather_digests(timezone.now() + timedelta(days=8))
    send_due()

    assert f"New or changed: Case study: Sharing minefields ({page.identity.code})" in last_mail().body


def test_publishing_tells_by_itself(reader, django_capture_on_commit_callbacks):
    kept_search(reader, "q=minefields")
    with django_capture_on_commit_callbacks(execute=True):
        page = make_record(title="Sharing minefields")

    assert set(Notice.objects.values_list("user", "record")) == {(reader.pk, page.key)}


def test_what_a_lost_task_did_not_tell_is_told_by_the_daily_job(reader):
    kept_search(reader, "q=minefields")
    page, old = make_record(title="Sharing minefields"), make_record(title="Old minefields")
    RecordDocument.objects.filter(identity=old.key).update(updated_on=timezone.localdate() - timedelta(days=9))

    for _again in range(2):
        call_command("tell_followers", verbosity=0)

    assert list(Notice.objects.values_list("user", "record")) == [(reader.pk, page.key)]


def test_many_searches_of_a_change_that_is_no_news_cost_nothing(reader, django_assert_num_queries):
    for number in range(5):
        kept_search(reader, f"q=minefields{number}")
    page = make_record(title="Sharing minefields")
    told(page)

    # What is found, what was told; begin, end.
    with django_assert_num_queries(4):
        tell_of_changes([page.key])


def test_one_cannot_follow_what_one_may_not_know_of(reader):
    hidden = make_record(listed_to=Level.OWNER)
    draft = make_record(publish=False)

    for page in (hidden, draft):
        with pytest.raises(PermissionDenied):
            follow(user=reader, identity=page.identity)
    for outsider in (UserFactory(), MemberFactory(is_active=False).user):
        with pytest.raises(PermissionDenied):
            follow(user=outsider, identity=make_record().identity)
    assert not Follow.objects.exists()


def test_what_is_narrowed_leaves_the_list_of_follows(reader):
    page, other = make_record(title="One"), make_record(title="Two")
    for each in (page, other):
        follow(user=reader, identity=each.identity)
    decide(page, listed_to=Level.OWNER)

    assert [end.key for end in followed(reader)] == [other.key]
    stop_following(user=reader, identity=other.identity)
    assert followed(reader) == []


@pytest.mark.parametrize("query", ["", "page=2", "q=is this village safe", "nonsense=1"])
def test_a_search_that_asks_for_nothing_or_for_safety_is_not_kept(reader, query):
    with pytest.raises(ValidationError):
        kept_search(reader, query)


def test_the_same_search_is_kept_once(reader):
    first = kept_search(reader, "q=minefields&page=3&sort=title", name="One")
    second = kept_search(reader, "q=minefields", name="Two")

    assert first.pk == second.pk
    assert SavedSearch.objects.get().parameters == "q=minefields"


def test_an_editor_may_keep_searches_too():
    assert kept_search(editor(), "q=minefields").name == "Mine"
