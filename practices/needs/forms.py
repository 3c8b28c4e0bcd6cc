"""The editors' form of a data need."""

from portal.records.forms import RecordForm
from practices.needs.states import problem_of_answers


class NeedForm(RecordForm):
    """A need's page; one that is met must say by what, which stands in rows of the form."""

    def is_valid(self):
        if not super().is_valid():
            return False
        rows = self.formsets.get("met_by")
        if problem := rows is not None and problem_of_answers(self.cleaned_data.get("state"), _answers(rows)):
            self.add_error("state", problem)
        return not self.errors


def _answers(rows):
    """The rows that will be kept and say something."""
    kept = [form.cleaned_data for form in rows.forms if not form.cleaned_data.get("DELETE")]
    return [row for row in kept if row.get("target") or row.get("note")]
