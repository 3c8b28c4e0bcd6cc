"""One administrator merges, and two editors give trust: a merge trusts nobody who was not trusted."""

import pytest

from portal.access.models import AuditEntry
from portal.records.models import Trust
from portal.records.trust import approve_trust, ask_trust
from tests.factories.people import editor
from tests.records.merging.merged import REASON, merge

pytestmark = pytest.mark.django_db


def give(organisation):
    ask_trust(organisation=organisation, by=editor(), reason="Forty entries.")
    approve_trust(organisation=organisation, by=editor())


@pytest.mark.parametrize("trusted", ["drop", "keep"])
def test_trust_of_one_ends_with_a_merge(drop, keep, trusted):
    give({"drop": drop, "keep": keep}[trusted])

    merge(drop, keep)

    assert not Trust.objects.exists()
    assert AuditEntry.objects.get(action="trust ended").detail["reason"] == REASON


def test_two_that_are_trusted_merge_and_stay_so(drop, keep):
    give(drop), give(keep)

    merge(drop, keep)

    trust = Trust.objects.get()
    assert (trust.organisation, trust.given_at is not None) == (keep, True)


def test_what_was_asked_for_the_kept_one_waits_on_and_for_the_double_does_not(drop, keep):
    for each in (drop, keep):
        ask_trust(organisation=each, by=editor(), reason="Forty entries.")

    merge(drop, keep)

    trust = Trust.objects.get()
    assert (trust.organisation, trust.given_at) == (keep, None)
