"""The lines of a report back as its page shows them, and what is filled in there."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.capture.enums import MADE_OF, LineKind
from events.capture.models import CapturedLine
from events.capture.services import fill_in_lines, warning_of
from portal.desk.contribute.form_fields import known_organisations
from portal.linkage.ends import ends_for
from portal.records.widgets import LongSelect


class DoneByForm(forms.Form):
    """Who does an action and by when, where the line does not say it so that the portal understands. `organisations`
    are those to choose from by their codes, read once for all lines."""

    organisation = forms.ChoiceField(required=False, label=_("Which organisation does it?"), widget=LongSelect)
    due_on = forms.DateField(
        required=False, label=_("By when?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, organisations, **options):
        super().__init__(*args, **options)
        self.organisations = organisations
        named = ((code, each.name_in_full) for code, each in organisations.items())
        self.fields["organisation"].choices = [("", "—"), *named]

    def clean_organisation(self):
        return self.organisations.get(self.cleaned_data["organisation"])


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
    draft_url: str = ""
    """Where the reader goes on with what became of it, while that is their draft."""

    @property
    def can_become(self):
        return self.line.became_id is None and self.line.kind in MADE_OF


def shown_lines(lines, others, problems, request, ticked=(), first=1):
    """A ShownLine for each line of a page, in their order; the number of the `first` is its place among all."""
    ends = ends_for({line.became_id for line in lines if line.became_id}, request.user)
    organisations = _to_choose(request.user) if any(map(_lacks, lines)) else {}
    return [
        ShownLine(
            line, number, others.get(line.pk, []), ends.get(line.became_id), problems.get(line.pk, ""),
            warning_of(line), _form(line, request, organisations), str(line.pk) in ticked,
        )
        for number, line in enumerate(lines, first)
    ]  # fmt: skip


def fill_in(sent, *, event, session_key, by):
    """Keeps who does the actions, and by when, as newer wordings of their lines: of those that were `sent`. Raises
    ValidationError for what is no organisation or no day."""
    lacking = [line for line in _lacking(event, session_key) if f"{line.pk.hex}-due_on" in sent]
    organisations = _to_choose(by) if lacking else {}
    forms_ = [(line, DoneByForm(sent, organisations=organisations, prefix=line.pk.hex)) for line in lacking]
    for line, form in forms_:
        if not form.is_valid():
            sentences = " ".join(each for errors in form.errors.values() for each in errors)
            raise ValidationError(f"{line.text[:60]}: {sentences}")
    said = {line.pk: (form.cleaned_data["organisation"], form.cleaned_data["due_on"]) for line, form in forms_}
    fill_in_lines(event=event, session_key=session_key, said=said, by=by)


def _lacking(event, session_key):
    """The lines of actions that do not say who does them, or by when."""
    lines = CapturedLine.objects.of(event, session_key).standing().select_related("event", "organisation")
    return [line for line in lines if _lacks(line)]


def _lacks(line):
    is_open = line.kind == LineKind.ACTION and line.became_id is None
    return is_open and (line.organisation_id is None or line.due_on is None)


def _to_choose(user):
    """The organisations of which `user` may know, by code. One query."""
    return {each.code: each for each in known_organisations(user)}


def _form(line, request, organisations):
    if not _lacks(line):
        return None
    start = {"organisation": line.organisation.code if line.organisation else "", "due_on": line.due_on}
    # What was typed and is wrong stays in its field.
    return DoneByForm(request.POST or None, organisations=organisations, prefix=line.pk.hex, initial=start)
