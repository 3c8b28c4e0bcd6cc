"""Whatever happens to a notice in whichever order, it is handed over at most twice and never again once it is sent."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.notifications import states
from portal.notifications.enums import ENDED, State
from portal.notifications.models import Notice
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
WORKERS = st.sampled_from([0, 1])
STEPS = st.one_of(
    st.tuples(st.just("time passes"), st.just(0)),
    st.tuples(st.sampled_from(["claim", "hand over", "accepted", "later", "refused"]), WORKERS),
    st.tuples(st.sampled_from(["failed", "away", "hold", "stop", "withdraw", "killed"]), WORKERS),
)
AFTER_END = {"accepted", "later", "refused"}
NOTE = {
    "later": lambda notice: states.note_later(notice, "later"),
    "refused": lambda notice: states.note_refused(notice, "refused"),
    "failed": lambda notice: states.note_failed(notice, "failed"),
    "away": states.give_back,
    "hold": states.hold,
    "stop": states.stop,
    "withdraw": states.withdraw,
}


class Story:
    """One notice, two workers, and what really happened at the mail server."""

    def __init__(self):
        Notice.objects.all().delete()
        self.pk = Notice.objects.create(kind="try_must", event="e", user=UserFactory(), facts={"name": "N"}).pk
        self.held = {}
        """By worker, the notice as it claimed it, and whether it ended DATA."""
        self.ends, self.in_doubt, self.was_taken = [], False, False

    @property
    def row(self):
        return Notice.objects.get(pk=self.pk)

    def take(self, step, worker):
        if step == "time passes":
            Notice.objects.exclude(next_try_at=None).update(next_try_at=timezone.now())
        elif step == "claim":
            if worker not in self.held and (notice := states.claim_next()):
                self.held[worker] = [notice, False]
        elif worker in self.held:
            self.act(step, worker, *self.held[worker])

    def act(self, step, worker, notice, is_ended):
        if step == "killed":
            del self.held[worker]
            self.in_doubt |= is_ended
        elif step == "hand over":
            if not is_ended and states.hand_over(notice):
                assert not self.was_taken, "sent again after it was taken"
                self.ends.append(self.in_doubt)
                self.held[worker][1] = True
        elif is_ended == (step in AFTER_END):
            del self.held[worker]
            if step == "accepted":
                states.note_sent(notice)
                self.was_taken = True
            else:
                NOTE[step](notice)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=30))
def test_any_order(steps):
    story, message_id = Story(), None
    for step in steps:
        before = story.row
        story.take(*step)
        after = story.row
        assert after.message_id == (message_id := message_id or after.message_id)
        # An end is an end; only what the server took is known better afterwards.
        assert before.state not in ENDED or after.state == before.state
        assert (after.next_try_at is None) or after.state in states.TRIED
        has_ended = after.state in ENDED or (after.state == State.UNANSWERED and after.next_try_at is None)
        assert (after.ended_at is not None, after.facts == {}) == (has_ended, has_ended)
        assert not story.was_taken or after.state in ENDED
    # After an end of DATA without answer there is at most one more.
    assert sum(story.ends) <= 1
    assert story.row.unanswered <= 2


def test_pauses_are_longer_than_a_worker_waits_for_an_answer():
    from portal.settings.mail import TIMEOUT

    # Connection, greeting, encryption, sign-in, sender, recipient, DATA.
    assert timedelta(seconds=7 * TIMEOUT) < states.SILENCE
    assert timedelta(seconds=2 * TIMEOUT) < states.REPEAT_AFTER
