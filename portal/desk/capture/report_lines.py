"""The lines of a report back as its page shows them, and what is filled in there."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.capture.enums import MADE_OF, LineKind
from events.capture.models import CapturedLine
from events.capture.services import capture_line, said_of, warning_of
from portal.desk.contribute.form_fields import OrganisationChoice, known_organisations
from portal.directory.models import Organisation
from portal.linkage.ends import ends_for


class DoneByForm(forms.Form):
    """Who does an action and by when, where the line does not say it so that the portal understands."""

    organisation = OrganisationChoice(
        Organisation.objects.none(), required=False, empty_label="—", label=_("Which organisation does it?")
    )
    due_on = forms.DateField(
        required=False, label=_("By when?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = known_organisations(user)


@dataclass
class ShownLine:
    """A line with its number, what another person wrote at the same time, what was joined to it, what became of it
    (an End; None where the reader may not know of it), what is wrong, and the form for what an action lacks."""

    line: CapturedLine
    number: int
    others: list[str] = field(default_factory=list)
    end: Any = None
    problem: str = ""
    warning: str = ""
    form: Any = None
    is_ticked: bool = False

    @property
    def can_become(self):
        return self.line.became_id is None and self.line.kind in MADE_OF


def shown_lines(lines, others, problems, request, ticked=()):
    """A ShownLine for each line, in their order."""
    ends = ends_for({line.became_id for line in lines if line.became_id}, request.user)
    return [
        ShownLine(
            line, number, others.get(line.pk, []), ends.get(line.became_id), problems.get(line.pk, ""),
            warning_of(line), _form(line, request), str(line.pk) in ticked,
        )
        for number, line in enumerate(lines, 1)
    ]  # fmt: skip


def fill_in(sent, *, event, session_key, by):
    """Keeps who does the actions, and by when, as newer wordings of their lines. What is no organisation or no day is
    left, and the line then says what it lacks."""
    for line in _lacking(CapturedLine.objects.of(event, session_key).standing()):
        form = DoneByForm(sent, user=by, prefix=line.pk.hex)
        form.is_valid()
        organisation, due_on = (form.cleaned_data.get(name) for name in ("organisation", "due_on"))
        if organisation or due_on:
            _change(line, by, **_values(line, organisation, due_on))


def take_out(keys, *, event, session_key, by):
    """Takes lines out: their wordings stay, and a phone that sends one of them again does not bring it back."""
    for line in CapturedLine.objects.of(event, session_key).standing().filter(pk__in=keys, became=None):
        _change(line, by, text="")


def _change(line, by, **said):
    capture_line(
        key=line.pk, event=line.event, session_key=line.session_key, said={**said_of(line), **said},
        revision=line.revision + 1, by=by,
    )  # fmt: skip


def _values(line, organisation, due_on):
    day = due_on or line.due_on
    chosen = organisation or line.organisation
    return {
        "organisation": chosen.pk if chosen else None,
        "due_on": day.isoformat() if isinstance(day, date) else None,
    }


def _lacking(lines):
    return [line for line in lines.select_related("event", "organisation") if _lacks(line)]


def _lacks(line):
    is_open = line.kind == LineKind.ACTION and line.became_id is None
    return is_open and (line.organisation_id is None or line.due_on is None)


def _form(line, request):
    if not _lacks(line):
        return None
    start = {"organisation": line.organisation_id, "due_on": line.due_on}
    return DoneByForm(user=request.user, prefix=line.pk.hex, initial=start)
