"""The form of one line: what, in one field, and what is asked beside it for some kinds."""

from datetime import UTC, datetime
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.capture.enums import LineKind
from events.capture.models.line import LONGEST
from portal.taxonomy.choosers import TermChoiceField
from portal.taxonomy.models import BarrierKind

MOST_BY_CODE, MOST = 1000, 1_000_000
"""The highest number of a wording: with a code it stays so low that who runs the event can always write after it."""


class LineForm(forms.Form):
    """A line as it is typed; `key` is made where it is typed: the same line is the same however often it comes."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(min_value=1, max_value=MOST, widget=forms.HiddenInput)
    written_at = forms.IntegerField(required=False, min_value=0, max_value=10**14, widget=forms.HiddenInput)
    group = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What is it?"), choices=LineKind, widget=forms.RadioSelect)
    text = forms.CharField(
        required=False, max_length=LONGEST, label=_("In one line"),
        widget=forms.Textarea({"rows": 2, "enterkeyhint": "send", "dir": "auto", "autofocus": True}),
    )  # fmt: skip
    question = forms.ChoiceField(required=False, label=_("Which key question?"))
    barrier_kind = TermChoiceField(
        BarrierKind, required=False, to_field_name="key", empty_label="—", label=_("Kind of barrier")
    )
    who = forms.CharField(
        required=False, max_length=200, label=_("Which organisation does it?"), help_text=_("Its acronym is enough.")
    )
    due_on = forms.DateField(
        required=False, label=_("By when?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    is_said_by = forms.BooleanField(required=False, label=_("Say which organisation said it"))
    said_by = forms.CharField(
        required=False, max_length=200, label=_("Which organisation?"),
        help_text=_("Kept only where you ticked that it is to be said."),
    )  # fmt: skip

    def __init__(self, *args, questions=(), is_by_code=False, **options):
        super().__init__(*args, **options)
        self.is_by_code = is_by_code
        self.fields["question"].choices = [("", "—"), *questions]

    def clean_revision(self):
        revision = self.cleaned_data["revision"]
        if self.is_by_code and revision > MOST_BY_CODE:
            raise ValidationError(_("This line was changed too often. Write a new one."))
        return revision

    def clean(self):
        data = super().clean()
        is_new = data.get("revision", 1) == 1
        if is_new and not data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write what was said, in one line."))
        if data.get("is_said_by") and not data.get("said_by"):
            self.add_error("said_by", _("Name the organisation, or take the tick away."))
        return data

    def said(self):
        """What it says in plain values, as `capture_line` takes it. Nobody is named unless that was ticked."""
        data = self.cleaned_data
        return {
            "kind": data["kind"],
            "text": " ".join(data["text"].split()),
            "question": data["question"] or None,
            "barrier_kind": data["barrier_kind"].key if data["barrier_kind"] else None,
            "who": data["who"],
            "due_on": data["due_on"].isoformat() if data["due_on"] else None,
            "said_by": data["said_by"] if data["is_said_by"] else "",
        }

    @property
    def moment(self):
        """When it was typed, by the clock of the device; None where it did not say."""
        stamp = self.cleaned_data["written_at"]
        return (
            datetime.fromtimestamp(stamp / 1000, UTC) if stamp and stamp < timezone.now().timestamp() * 1000 else None
        )


def begun(*, group="", kind="", change=None):
    """What the form begins with: a new line, of the kind of the one before, or the line `change` (a CapturedLine)."""
    if change is None:
        kind = kind if kind in LineKind.values else LineKind.MINUTE.value
        return {"key": uuid4(), "revision": 1, "group": group, "kind": kind}
    return {
        "key": change.pk, "revision": change.revision + 1, "group": change.group, "kind": change.kind,
        "text": change.text, "question": change.question, "barrier_kind": change.barrier_kind, "who": change.who,
        "due_on": change.due_on, "is_said_by": bool(change.said_by), "said_by": change.said_by,
    }  # fmt: skip
