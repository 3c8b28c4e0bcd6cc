"""The editors' form of a data need."""

from portal.records.access_fields import SENT_BY
from portal.records.forms import RecordForm
from practices.needs.row import ASKS
from practices.needs.states import problem_of_answers, problems_to_send, wrong_in


class NeedForm(RecordForm):
    """A need's page. One that is met must say by what; one that is sent for review or published, who asks and for
    which decision: both stand in rows of the form, too."""

    def is_valid(self):
        if not super().is_valid():
            return False
        for name, problem in wrong_in({name: self.cleaned_data.get(name) for name in self.changed_data}).items():
            self.add_error(name, problem)
        rows = self.formsets.get("met_by")
        if any(name in self.data for name in (*SENT_BY, "action-publish")):
            self._require_to_send()
        if problem := rows is not None and problem_of_answers(self.cleaned_data.get("state"), _answers(rows)):
            self.add_error("state", problem)
        return not self.errors

    def _require_to_send(self):
        data, rows = self.cleaned_data, self.formsets.get("organisations")
        asking = [row for row in _kept(rows) if row.get("role") and row["role"].key == ASKS] if rows else []
        problems = problems_to_send(
            is_asked=bool(asking or data.get("asked_by_types") or data.get("asked_by_note")),
            is_for_a_decision=bool(data.get("decision") or data.get("decision_note")),
            state=data.get("state"),
        )
        for name, sentence in problems.items():
            self.add_error(name, sentence)


def _kept(rows):
    return [form.cleaned_data for form in rows.forms if not form.cleaned_data.get("DELETE")]


def _answers(rows):
    """The rows that will be kept and say something."""
    return [row for row in _kept(rows) if row.get("target") or row.get("note")]
