"""In which form the data may go to who asks, by the steps of their ladder."""

from practices.holdings.audiences import audiences_of
from practices.holdings.ladder import WITHHELD

from .facts import HOLDING, NEED, HoldingFacts, NeedFacts, Said
from .scales import Scales


def form(need: NeedFacts, holding: HoldingFacts, scales: Scales) -> list[Said]:
    """The finest form that may go to the asker: as the owner stated it or, where they stated none, as is usual: that
    is no promise, so a shortfall.

    Of several kinds of asker it is what all of them may have. Nothing is said where no step speaks of them.
    """
    steps = [step for step in holding.steps if not step.kind or _answers(step.kind, need, scales)]
    for is_stated in (True, False):
        rungs = [
            (scales.rungs[step.rung], step.rung, step.audience)
            for step in steps
            if step.is_stated is is_stated and step.rung in scales.rungs
        ]
        if found := _for_all(need, rungs, scales):
            return [_said(need, *found, is_stated, scales)]
    return []


def _for_all(need, rungs, scales):
    """Form and audience of the one among the askers who may have least; None when of one of them nothing is known."""
    finest = []
    for kind in need.asker_types or {""}:
        audiences = audiences_of(scales.above.get(kind, ()))
        theirs = [each for each in rungs if each[2] in audiences]
        if not theirs:
            return None
        finest.append(max(theirs))
    _, rung, audience = min(finest)
    return rung, audience


def _answers(kind, need, scales):
    return any(kind in scales.related.get(asked, ()) for asked in need.kinds)


def _said(need, rung, audience, is_stated, scales):
    params = {"form": rung, "audience": audience, "is_stated": is_stated, "asked": need.level}
    closed, weight = NEED + HOLDING, 2 if is_stated else 1
    if rung == WITHHELD:
        return Said("form_nothing", -6 * weight, closed, params, is_shortfall=True)
    gives, asked = scales.levels.get(scales.rung_levels.get(rung)), scales.levels.get(need.level)
    if gives is None or asked is None:
        return Said("form", 0, closed, params, is_shortfall=not is_stated)
    if gives >= asked:
        return Said("form_enough", 3 * weight, closed, params, is_shortfall=not is_stated)
    return Said("form_coarse", -3 * weight, closed, params, is_shortfall=True)
