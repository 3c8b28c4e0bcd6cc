"""What the page of a holding shows beside its fields: its states in a word, and its ladders as they are drawn."""

from copy import copy
from dataclasses import dataclass

from django.utils import timezone

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.linkage.ends import End, ends_for
from portal.records.shown import StateWord
from practices.holdings.audiences import audiences_of_reader
from practices.holdings.enums import Consent, Freshness
from practices.holdings.freshness import freshness
from practices.holdings.ladder import drawn, finest_in_words, proposed, stated
from practices.holdings.protocols import class_of, counts_for
from practices.holdings.usual import as_held, usual_ladder

TONES = {Freshness.DUE: "due", Freshness.OVERDUE: "late", Freshness.DELINQUENT: "late"}
ICONS = {Consent.NOT_ASKED: "unasked", Consent.ASKED: "unasked", Consent.GIVEN: "check", Consent.REFUSED: "close"}


def states_of(holding):
    """What the strip says of a holding, all of it from its card: whether its owner was asked, whether it is late."""
    consent, fresh = Consent(holding.owner_consent), freshness(holding, timezone.localdate())
    states = [StateWord(consent.label, ICONS[consent], "late" if consent is Consent.REFUSED else "")]
    if fresh is not Freshness.UNKNOWN:
        states.append(StateWord(fresh.label, "check" if fresh is Freshness.FRESH else "clock", TONES.get(fresh, "")))
    return states


@dataclass(frozen=True)
class ClassInWords:
    """How sensitive the data are by a protocol (an End), where that counts."""

    label: str
    end: End


def class_in_words(holding, user, details_readable):
    """The ClassInWords of a holding for a reader who may read the protocol; None where none counts. Whether there is a
    reason for less is of the details, so of data that somebody assessed their readers alone are told."""
    if holding.data_sensitivity and not details_readable:
        return None
    said = class_of(holding)
    if not counts_for(holding, said):
        return None
    if not RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk=said.protocol).exists():
        return None
    return ClassInWords(said.sensitivity.label, ends_for([said.protocol], user)[said.protocol])


def ladders_of(holding, identity, user):
    """What a reader of the details sees of the ladder: that of the owner, the proposal, and the form for themselves.

    The proposal is that of the vocabularies as long as nobody wrote a step; it never completes what the owner stated.
    """
    steps = list(holding.ladder.all())
    by_owner, by_nobody = stated(steps), [_as_held(step, holding.finest_level) for step in proposed(steps)]
    if not steps:
        by_nobody = usual_ladder(holding.data_kinds.all(), holding.finest_level)
    yours = audiences_of_reader(identity, user)
    by_owner_for_you = finest_in_words(by_owner, yours)
    return {
        "stated": drawn(by_owner),
        "usual": drawn(by_nobody),
        "for_you": by_owner_for_you or finest_in_words(by_nobody, yours),
        "for_you_is_stated": bool(by_owner_for_you),
    }


def _as_held(step, finest_level):
    """A copy of a proposed step that promises nothing finer than what is held."""
    step = copy(step)
    step.rung = as_held(step.rung, finest_level)
    return step
