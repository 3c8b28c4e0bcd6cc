"""What persons do with entries that came from a catalogue, and what a report counts."""

from portal.records.submissions import approve, save_draft
from tests.factories.people import editor
from tests.harvest.answers import KEY, draft, entry


def parts(run):
    """How many lines each part of a report has, without empty ones."""
    return {part: count for part, count in run.report["counts"].items() if count}


def edited(key=KEY, **fields):
    """A person writes at the latest version of an entry."""
    page, by = draft(key), editor()
    for name, value in fields.items():
        setattr(page, name, value)
    return save_draft(page=page, by=by)


def taken_back(key=KEY):
    """Ends the review of an entry, so that a person can write at it."""
    entry(key).current_workflow_state.cancel(user=editor())


def published(key=KEY):
    approve(page=entry(key), by=editor())
    return entry(key)
