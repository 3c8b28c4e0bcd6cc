"""The same for what is told of events: their proceedings, and the progress that came of them."""

from portal.desk.progress.figures import Figure
from tests.access.filled import SOME


def proceedings(*more, each=1):
    """Events by their addresses, all or one in so many."""

    def row(world):
        return [((slug, *more),) for slug in _slugs_of_events(world)[::each]]

    return row


def proceedings_files(world):
    """One event in so many in the one form, one in the other: both are drawn from what the page shows."""
    slugs = _slugs_of_events(world)
    return [*(((slug, "docx"),) for slug in slugs[::SOME]), ((slugs[0], "pdf"),)]


def _slugs_of_events(world):
    events = [record.made for record in world.records.values() if record.kind.key == "event"]
    return [*(page.slug for page in events), "nothing-here"]


def progress_lists(world):
    """Each figure of a quarter, and of the first events."""
    codes_ = [record.identity.code for record in world.records.values() if record.kind.key == "event"]
    yield from ((("2026-Q4", figure.value),) for figure in Figure)
    yield from (((code, figure.value), (), [code[-4:]]) for code in codes_[:2] for figure in list(Figure)[::4])
    yield (("EV-ZZZZ", "nothing-such"),)
