"""No way to everyone without the owner's word, or fourteen days and published sources: tried by whatever sequence."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from portal.access.enums import Level, OwnerAnswer, TextSensitivity
from portal.access.models import AccessWish, OwnerNotice, RecordIdentity
from portal.access.models.owner_notice import PATIENCE
from portal.access.readers import reader_of
from portal.access.services import (
    ChangedMeanwhile,
    OwnersWait,
    answer_owner,
    approve_wish,
    ask_access,
    merge_parties,
    require_owners,
    restrict_access,
    tell_owners,
    tell_untold,
)
from portal.directory.models import Membership
from portal.users.models import User
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import make_record

EVERYONE = {
    "listed_to": Level.PUBLIC,
    "details_to": Level.PUBLIC,
    **dict.fromkeys(("names_person", "names_place", "tells_unpublished"), False),
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return OrganisationFactory(name_en="Owner of data")


@pytest.fixture
def focal(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def identity():
    return make_record(listed_to=Level.MEMBERS, owner=editor()).identity


def told(identity, *organisations, version=1):
    return tell_owners(identity=identity, organisations=list(organisations), version=version)


def refused(identity, *, has_sources=True, days=0):
    try:
        require_owners(identity, has_sources=has_sources, now=timezone.now() + timedelta(days=days))
    except OwnersWait as waits:
        return str(waits)
    return ""


def test_it_waits_fourteen_days_and_goes_out_on_sources_alone(identity, owner, focal):
    told(identity, owner)

    assert "fourteen days" in refused(identity, days=13)
    assert refused(identity, days=14) == ""
    assert "no published source" in refused(identity, days=14, has_sources=False)


def test_where_nobody_speaks_it_rests_on_sources_until_somebody_does(identity, owner):
    (notice,) = told(identity, owner)
    assert notice.told_at is None
    assert refused(identity) == ""
    assert "no published source" in refused(identity, has_sources=False)

    member_of(owner, focal_point=True)
    assert "within a day" in refused(identity)
    assert (tell_untold(), tell_untold()) == (1, 0)
    assert "fourteen days" in refused(identity)


def test_nobody_is_told_for_who_is_contested(identity, owner, focal):
    owner.frozen_at = timezone.now()
    owner.save()

    (notice,) = told(identity, owner)

    assert notice.told_at is None


@pytest.mark.parametrize(
    ("answer", "says"), [("go_ahead", ""), ("not_beyond", "not beyond members"), ("not_so", "not like this")]
)
def test_an_answer_decides(identity, owner, focal, answer, says):
    ask_access(identity=identity, by=editor(), **EVERYONE)
    (notice,) = told(identity, owner)

    answer_owner(notice=notice, by=focal, answer=answer, message="Leave the table out.")

    found = refused(identity, days=30)
    assert (says in found) if says else found == ""
    assert AccessWish.objects.filter(identity=identity).exists() is (answer != "not_so")


def test_exactly_who_speaks_for_the_owner_answers(identity, owner, focal):
    (notice,) = told(identity, owner)
    others = [member_of(owner), member_of(OrganisationFactory(), focal_point=True), editor(), UserFactory()]

    for user in others:
        with pytest.raises(PermissionDenied):
            answer_owner(notice=notice, by=user, answer="go_ahead")
    answer_owner(notice=notice, by=focal, answer="go_ahead")
    assert OwnerNotice.objects.get().by == focal


def test_what_somebody_answered_meanwhile_is_not_overtaken(identity, owner, focal):
    (seen,) = told(identity, owner)
    answer_owner(notice=seen, by=focal, answer="not_beyond")

    with pytest.raises(ChangedMeanwhile):
        answer_owner(notice=seen, by=focal, answer="go_ahead", is_first=True)
    answer_owner(notice=OwnerNotice.objects.get(), by=focal, answer="go_ahead", is_first=True)


def test_not_like_this_needs_words(identity, owner, focal):
    (notice,) = told(identity, owner)
    with pytest.raises(ValidationError):
        answer_owner(notice=notice, by=focal, answer="not_so")
    with pytest.raises(ValidationError):
        answer_owner(notice=notice, by=focal, answer="not_so", message="Nothing waits.")


def test_another_text_is_told_anew_and_its_old_link_answers_nothing(identity, owner, focal):
    (old,) = told(identity, owner)
    answer_owner(notice=old, by=focal, answer="go_ahead")
    assert told(identity, owner) == []

    (new,) = told(identity, owner, version=2)

    assert "fourteen days" in refused(identity)
    with pytest.raises(PermissionDenied):
        answer_owner(notice=old, by=focal, answer="go_ahead")
    assert OwnerNotice.objects.get() == new


def test_a_no_holds_whatever_the_text_says_until_it_is_changed(identity, owner, focal):
    (notice,) = told(identity, owner)
    answer_owner(notice=notice, by=focal, answer="not_beyond")

    told(identity, version=2)
    restrict_access(identity=identity, by=editor(), listed_to=Level.OWNER, details_to=Level.OWNER)
    assert "not beyond members" in refused(identity, days=30)

    answer_owner(notice=notice, by=focal, answer="go_ahead")
    assert refused(identity) == ""


def test_a_late_no_narrows_at_once(identity, owner, focal):
    (notice,) = told(identity, owner)
    RecordIdentity.objects.filter(pk=identity.pk).update(
        listed_to=Level.PUBLIC, details_to=Level.PUBLIC, text_sensitivity=TextSensitivity.LOW
    )

    answer_owner(notice=notice, by=focal, answer="not_beyond")

    identity.refresh_from_db()
    assert (identity.listed_to, identity.details_to) == (Level.MEMBERS, Level.MEMBERS)


def test_a_no_of_either_holds_when_two_organisations_become_one(identity, owner, focal):
    keep = OrganisationFactory()
    _first, second = told(identity, keep, owner)
    answer_owner(notice=second, by=focal, answer="not_beyond")

    merge_parties(keep=keep, drop=owner, by=UserFactory(is_superuser=True, is_staff=True), reason="One.")

    notice = OwnerNotice.objects.get()
    assert (notice.organisation, notice.answer) == (keep, OwnerAnswer.NOT_BEYOND)


class Ways(RuleBasedStateMachine):
    """What authors, owners, editors and time do in any order; whenever it is open to everyone, one of the two held."""

    def __init__(self):
        super().__init__()
        self.author, self.editor = editor(), editor()
        self.identity = RecordIdentity.objects.create(
            kind="case_study", code=f"CS-{self.author.pk}", listed_to=Level.MEMBERS, details_to=Level.OWNER
        )
        self.identity.contributors.add(self.author)
        self.owner = OrganisationFactory()
        self.focal = member_of(self.owner, focal_point=True)
        self.version, self.has_sources = 1, False

    @property
    def notice(self):
        return OwnerNotice.objects.filter(identity=self.identity).first()

    @rule(has_sources=st.booleans(), is_new_text=st.booleans())
    def send(self, has_sources, is_new_text):
        self.version += is_new_text
        self.has_sources = has_sources
        ask_access(identity=self.identity, by=self.author, **EVERYONE)
        told(self.identity, self.owner, version=self.version)

    @precondition(lambda self: self.notice)
    @rule(answer=st.sampled_from(OwnerAnswer))
    def answer(self, answer):
        try:
            answer_owner(notice=self.notice, by=self.focal, answer=answer, message="Words.")
        except ValidationError:
            assert answer == OwnerAnswer.NOT_SO
        except PermissionDenied:
            assert self.owner.pk not in reader_of(User.objects.get(pk=self.focal.pk)).focal_ids

    @precondition(lambda self: self.notice)
    @rule(days=st.integers(1, 20))
    def time(self, days):
        notice = self.notice
        if notice.told_at:
            OwnerNotice.objects.filter(pk=notice.pk).update(told_at=notice.told_at - timedelta(days=days))

    @rule(speaks=st.booleans())
    def who_speaks(self, speaks):
        Membership.objects.filter(organisation=self.owner).update(is_focal_point=speaks)
        tell_untold()

    @rule()
    def narrow(self):
        self.identity.refresh_from_db()
        now = self.identity.listed_to, self.identity.details_to
        listed_to, details_to = (Level.narrower(Level.MEMBERS, level) for level in now)
        restrict_access(identity=self.identity, by=self.editor, listed_to=listed_to, details_to=details_to)

    @rule()
    def approve(self):
        notice, wish = self.notice, AccessWish.objects.filter(identity=self.identity).exists()
        try:
            approve_wish(identity=self.identity, by=self.editor, has_sources=self.has_sources)
        except OwnersWait:
            assert wish
            return
        self.identity.refresh_from_db()
        if wish and self.identity.listed_to == Level.PUBLIC:
            told_long_ago = notice.told_at is None or notice.told_at + PATIENCE <= timezone.now()
            silent = notice.answer == "" and told_long_ago and self.has_sources
            assert notice.answer == OwnerAnswer.GO_AHEAD or silent

    @precondition(lambda self: self.notice)
    @rule()
    def look(self):
        self.identity.refresh_from_db()
        if self.notice.answer == OwnerAnswer.NOT_BEYOND:
            assert Level.PUBLIC not in (self.identity.listed_to, self.identity.details_to)


class TestWays(TestCase, Ways.TestCase):
    settings = settings(max_examples=30, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
