"""Whatever happens to records, and whatever the receiver answers: in the end its picture is what is public."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.access.changes import announce
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.webhooks.hooks import pause, resume
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.posting import Answer
from portal.webhooks.states import claim_next, note_failed
from portal.webhooks.telling import settle_all
from tests.factories.records import decide, make_record
from tests.webhooks.conftest import at_once
from tests.webhooks.receiver import OK

pytestmark = pytest.mark.django_db
RECORDS = 3
LOST = (503, {}, b"")


class Story:
    """Some records that are public at first, and one webhook; `taken` says whether the receiver acts on what it does
    not acknowledge."""

    def __init__(self, pages, hook, receiver):
        self.pages, self.hook, self.receiver = pages, hook, receiver
        self.claimed = None

    def take(self, act, number):
        getattr(self, act)(self.pages[number])

    def change(self, page):
        page.title = f"{page.title[:20]} {timezone.now().isoformat()}"
        revision = page.save_revision()
        if page.live:
            revision.publish()
            page.refresh_from_db()

    def narrow(self, page):
        decide(page, listed_to=Level.MEMBERS)

    def hide_details(self, page):
        decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER)

    def widen(self, page):
        decide(page, listed_to=Level.PUBLIC)

    def withdraw(self, page):
        RecordIdentity.objects.filter(pk=page.key).update(withdrawn_at=timezone.now())
        announce(page.key)

    def restore(self, page):
        RecordIdentity.objects.filter(pk=page.key).update(withdrawn_at=None)
        announce(page.key)

    def unpublish(self, page):
        page.unpublish()

    def publish(self, page):
        page.save_revision().publish()
        page.refresh_from_db()

    def arrive(self, page):
        self.receiver.answer = OK
        at_once()

    def fail(self, page):
        self.receiver.answer = LOST
        at_once()

    def fail_after_taking(self, page):
        """The receiver has it, and its answer is lost."""
        self.receiver.answer = self._takes
        at_once()

    def claim(self, page):
        """A worker begins to send, and what follows happens meanwhile."""
        if self.claimed is None:
            self.claimed = claim_next(self.hook.pk)

    def lose(self, page):
        """What that worker sent did not arrive."""
        if self.claimed is not None:
            note_failed(self.claimed, Answer(None, "lost"))
            self.claimed = None

    def stop(self, page):
        pause(hook=self.hook)

    def go_on(self, page):
        resume(hook=self.hook)

    def _takes(self, handler):
        self.receiver.taken.append(self.receiver.heard[-1])
        return LOST


ACTS = st.sampled_from([
    "change", "narrow", "hide_details", "widen", "withdraw", "restore", "unpublish", "publish", "arrive", "fail",
    "fail_after_taking", "claim", "lose", "stop", "go_on",
])  # fmt: skip
STEPS = st.lists(st.tuples(ACTS, st.integers(0, RECORDS - 1)), max_size=14)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_the_picture_is_what_is_public(add, receiver, steps):
    Webhook.objects.all().delete()
    receiver.heard, receiver.taken, receiver.answer = [], [], OK
    hook = add()
    story = Story([make_record(title=f"Record {number}") for number in range(RECORDS)], hook, receiver)
    for step in steps:
        story.take(*step)

    story.lose(None)
    story.go_on(None)
    story.arrive(None)

    assert receiver.picture() == public_of(story.pages)
    assert not Delivery.objects.filter(ended_at=None).exists()
    # What was told is what is: a comparison finds nothing more.
    assert settle_all() == []
    for page in story.pages:
        page.unpublish()


def public_of(pages):
    codes = RecordIdentity.objects.visible_to(None).filter(pk__in=[page.key for page in pages if page.live])
    return set(codes.values_list("code", flat=True))
