"""The form by which whoever runs an event arranges its proceedings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.proceedings.arranging import arrangement_of
from events.proceedings.collecting import proceedings_for
from events.proceedings.models import Arrangement
from events.proceedings.structure import OutputSaid

MOST = 999
FIELD = {"label": "", "required": False}


class ArrangeForm(forms.Form):
    """An introduction and, for each session and output, a number by which they are ordered and whether it is left out.

    A session stands before its outputs, which are numbered among themselves.
    """

    introduction = forms.CharField(
        label=_("Introduction"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("An empty line parts paragraphs. Everybody reads it who may read the event."),
    )

    def __init__(self, *args, page, user, **options):
        super().__init__(*args, **options)
        chosen = arrangement_of(page.key)
        self.left_out = set(chosen.left_out)
        self.fields["introduction"].initial = chosen.introduction
        # With what is left out, so that it can be taken in again.
        everything = proceedings_for(page, user, arrangement=Arrangement(places=chosen.places))
        self.rows = self._ordered(everything)
        for number, row in enumerate(self.rows, start=1):
            self._add(row, number)

    def _ordered(self, said):
        """Sessions, each with its outputs after it; then those that belong to none."""
        found = []
        for session in said.sessions:
            found += [session, *(each for each in said.outputs if each.session == session.key)]
        return [*found, *(each for each in said.outputs if each not in found)]

    def _add(self, row, number):
        place = forms.IntegerField(min_value=0, max_value=MOST, initial=number, **FIELD)
        place.label = _("Place of “%(title)s”") % {"title": row.title}
        left_out = forms.BooleanField(initial=row.key in self.left_out, **FIELD)
        left_out.label = _("Leave it out")
        self.fields |= {f"place-{row.key}": place, f"out-{row.key}": left_out}

    @property
    def lines(self):
        """Tuples of a row of the proceedings, whether it is an output, and its two fields."""
        return [
            (row, isinstance(row, OutputSaid), self[f"place-{row.key}"], self[f"out-{row.key}"]) for row in self.rows
        ]

    @property
    def answers(self):
        """What the service asks for, once the form is valid."""
        said = self.cleaned_data
        numbered = [(said[f"place-{row.key}"], number, row.key) for number, row in enumerate(self.rows)]
        # What has no number comes last, in its order.
        ordered = sorted(numbered, key=lambda each: (each[0] is None, each[0] or 0, each[1]))
        return {
            "introduction": said["introduction"],
            "places": [key for *_place, key in ordered],
            "left_out": [row.key for row in self.rows if said[f"out-{row.key}"]],
        }
