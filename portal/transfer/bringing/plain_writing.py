"""Writes organisations and follow-up actions that administrators bring: there at once, without a draft."""

from django.core.exceptions import ValidationError
from django.db import transaction

from events.actions.models import FollowUpAction
from events.actions.services import bring_action
from portal.core.codes import new_code
from portal.directory.models import Organisation
from portal.transfer.bringing.columns.column import keep_many
from portal.transfer.bringing.wrong import Wrong


class PlainWriter:
    """Writes Plans of a kind that is no page."""

    sends = False

    def __init__(self, kind, known, organisation=None):
        self.kind, self.known, self.by = kind, known, known.user

    def write(self, plan):
        """Keeps what a plan says; returns its row. What is refused stands in the plan as wrong: then None."""
        row = plan.base.page
        try:
            with transaction.atomic():
                self._write(plan, row)
        except ValidationError as refused:
            plan.wrong.append(Wrong(plan.number, "", "", " ".join(refused.messages)))
            return None
        return row

    def leave(self, plan):
        """Notes an organisation that is not written, as when something was wrong before it: others name it."""
        row = plan.base and plan.base.page
        if isinstance(row, Organisation) and row.pk is None and plan.code:
            row.code, row.pk = plan.code, -plan.number
            self.known.add_organisation(row)

    def _write(self, plan, row):
        if plan.base.is_new:
            plan.code = plan.code or new_code(self.kind.prefix, lambda code: self.known.place_of(code) is not None)
            row.code, row.slug = plan.code, plan.state.slug
        WRITERS[self.kind.model](plan, row, self.by)
        keep_many(row)
        self.known.note(plan.code)
        if isinstance(row, Organisation):
            self.known.add_organisation(row)


def _organisation(plan, row, by):
    # Unique, and within the rules of its fields; its address is made when it is saved.
    row.full_clean(exclude=[] if row.slug else ["slug"])
    row.save()


def _action(plan, row, by):
    bring_action(action=row, by=by, level=plan.state.level, reserved=plan.base.identity, **plan.state.parties)


WRITERS = {Organisation: _organisation, FollowUpAction: _action}
