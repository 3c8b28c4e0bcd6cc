"""Facts as matching reads them, of a need and a holding that fit unless told otherwise."""

from uuid import uuid4

from practices.needs.matching import HoldingFacts, NeedFacts


def need_facts(**facts):
    return NeedFacts(**{"key": uuid4(), "kinds": ("schools",), "countries": frozenset({"irq"}), **facts})


def holding_facts(**facts):
    # Of what never changes there is nothing to say.
    defaults = {"key": uuid4(), "kinds": frozenset({"schools"}), "countries": frozenset({"irq"}), "frequency": "never"}
    return HoldingFacts(**{**defaults, **facts})
