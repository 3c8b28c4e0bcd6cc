"""Whatever is done with agreements and time, no grant gives access after the end of the agreement on which it rests."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from portal.access.enums import Action, Level
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.services import give_grant, restore_record, withdraw_record
from practices.agreements.ending import end_agreement
from tests.access.clock import standing
from tests.factories.access import IdentityFactory
from tests.factories.agreements import make_agreement
from tests.factories.people import OrganisationFactory, editor, member_of

BEGIN = timezone.make_aware(datetime(2031, 3, 3, 9))
DAYS = st.integers(-2, 12)


class Given:
    """A grant as it is to behave: dead for ever once its agreement did not run, or ended, while it was there."""

    def __init__(self, holder, identity, until):
        self.holder, self.identity, self.until, self.is_dead = holder, identity, until, False


class Agreements(RuleBasedStateMachine):
    """One agreement, what is done with it, and beside it what is to be true by its words alone."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.clock, self.now = None, BEGIN
        self._set_clock(BEGIN)
        self.by, self.second = editor(), editor()
        organisation = OrganisationFactory()
        self.owner = member_of(organisation, focal_point=True)
        self.opened = organisation
        self.page = make_agreement(ends_on=self.today + timedelta(days=9))
        self.is_live, self.is_withdrawn, self.state = True, False, "signed"
        self.starts_on, self.ends_on, self.given = None, self.page.ends_on, []
        # So that whatever comes first meets something that it may not leave open.
        self.give(days=4)
        self.give(days=9)

    def teardown(self):
        self.clock.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def _set_clock(self, now):
        if self.clock:
            self.clock.__exit__(None, None, None)
        self.now, self.clock = now, standing(now)
        self.clock.__enter__()

    @property
    def today(self):
        return self.now.date()

    @property
    def runs(self):
        in_time = (self.starts_on or self.today) <= self.today <= (self.ends_on or self.today)
        return self.is_live and not self.is_withdrawn and self.state == "signed" and in_time

    @rule(days=st.one_of(st.none(), st.integers(1, 15)))
    def give(self, days):
        until = None if days is None else self.now + timedelta(days=days)
        identity, holder = IdentityFactory(owner=self.opened, details_to=Level.OWNER), member_of()
        end = self.ends_on and _midnight_after(self.ends_on)
        is_within = self.runs and (end is None or (until is not None and until <= end))
        try:
            give_grant(
                identity=identity, by=self.owner, user=holder, reason="Under it.", until=until,
                agreement=RecordIdentity.objects.get(pk=self.page.key),
            )  # fmt: skip
        except ValidationError:
            assert not is_within
        else:
            assert is_within
            self.given.append(Given(holder, identity, until))

    @rule(
        ends=st.one_of(st.none(), DAYS),
        starts=st.one_of(st.none(), DAYS),
        state=st.sampled_from(["signed"] * 5 + ["drafting", "ended"]),
    )
    def publish(self, ends, starts, state):
        self.ends_on, self.starts_on = (
            day if day is None else self.today + timedelta(days=day) for day in (ends, starts)
        )
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            self.starts_on = None
        self.state, self.is_live = state, True
        self.page.refresh_from_db()
        self.page.ends_on, self.page.starts_on, self.page.state = self.ends_on, self.starts_on, state
        self.page.save_revision().publish()

    @precondition(lambda self: self.runs)
    @rule()
    def end_now(self):
        end_agreement(identity=self.page.identity, by=self.by, reason="Over.")
        self.state, self.ends_on = "ended", self.today

    @precondition(lambda self: not self.is_withdrawn)
    @rule()
    def withdraw(self):
        withdraw_record(identity=self.page.identity, by=self.by, reason="A mistake.")
        self.is_withdrawn = True

    @precondition(lambda self: self.is_withdrawn)
    @rule()
    def restore(self):
        restore_record(identity=self.page.identity, by=self.by, second=self.second, reason="It was none.")
        self.is_withdrawn = False

    @precondition(lambda self: self.is_live)
    @rule()
    def unpublish(self):
        self.page.refresh_from_db()
        self.page.unpublish()
        self.is_live = False

    @rule(hours=st.integers(1, 120))
    def wait(self, hours):
        self._set_clock(self.now + timedelta(hours=hours))

    @invariant()
    def nothing_outlives_it(self):
        for grant in self.given:
            if self.ends_on:
                end = _midnight_after(self.ends_on)
                grant.until = min(filter(None, (grant.until, end)))
            grant.is_dead = grant.is_dead or not self.runs or (grant.until is not None and grant.until <= self.now)
            assert can(grant.holder, Action.READ, grant.identity) is not grant.is_dead


def _midnight_after(day):
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


@pytest.mark.django_db
def test_no_grant_gives_access_after_the_end_of_its_agreement():
    checked = settings(
        max_examples=25, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )

    run_state_machine_as_test(Agreements, settings=checked)
