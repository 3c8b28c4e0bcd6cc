"""The form by which whoever runs an event arranges its proceedings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.proceedings.arranging import arrangement_of
from events.proceedings.collecting import proceedings_for
from events.proceedings.minutes import digest_of, lines_by_session, wording_of
from events.proceedings.models import Arrangement
from events.proceedings.parts import cut
from events.proceedings.structure import OutputSaid

MOST = 9999
FIELD = {"label": "", "required": False}


class ArrangeForm(forms.Form):
    """An introduction and, for each session and output, a number by which they are ordered and whether it is left out;
    which of the actions are left out; and which of the minutes that were captured are told.

    A session stands before its outputs, which are numbered among themselves. Of more lines than a page holds it asks
    for one `part`; what stands in the others keeps its place, and what was chosen of it.
    """

    introduction = forms.CharField(
        label=_("Introduction"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("An empty line parts paragraphs. Everybody reads it who may read the event."),
    )

    minutes = forms.MultipleChoiceField(
        label=_("Minutes that are told"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "What was captured as minutes stays with who runs the event until you tick it here. Everybody reads it who "
            "may read the event. A line that is changed afterwards is not told before you keep this page again."
        ),
        error_messages={"invalid_choice": _("A line was changed or taken out meanwhile. Look at the list once more.")},
    )

    def __init__(self, *args, page, user, part=1, **options):
        super().__init__(*args, **options)
        chosen = arrangement_of(page.key)
        self.left_out = set(chosen.left_out)
        self.fields["introduction"].initial = chosen.introduction
        # With what is left out, so that it can be taken in again.
        everything = proceedings_for(page, user, arrangement=Arrangement(places=chosen.places))
        self.rows, lines_of = self._ordered(everything), lines_by_session(page)
        all_lines = [line.pk.hex for _session, lines in lines_of for line in lines]
        self.part = cut([*(row.key for row in (*self.rows, *everything.actions)), *all_lines], part)
        for number, row in enumerate(self.rows, start=1):
            if row.key in self.part.keys:
                self._add(row, number)
        self.said_actions = [row for row in everything.actions if row.key in self.part.keys]
        for row in self.said_actions:
            self._add_out(row)
        self.lines_of = list(_in_part(lines_of, self.part))
        self._offer_minutes(chosen, dict(lines_of))

    def clean(self):
        data = super().clean()
        if self.data.get("part", "") != self.part.mark:
            # Lines that one did not have before one are not decided on.
            raise forms.ValidationError(_("Lines came or went meanwhile, so this part has others. Look at it again."))
        return data

    def _offer_minutes(self, chosen, all_of):
        """Session by session, all of its lines by one tick, where all of them are here, or each by its own."""
        if not self.lines_of:
            del self.fields["minutes"]
            return
        groups = [
            (session.title, _choices(session, lines, is_whole=len(lines) == len(all_of[session])))
            for session, lines in self.lines_of
        ]
        self.fields["minutes"].choices = groups
        told = {line.pk.hex: value for _session, lines in self.lines_of for line, value in _valued(lines)}
        self.fields["minutes"].initial = [told[key] for key in chosen.minutes if key in told]

    def _ordered(self, said):
        """Sessions, each with its outputs after it; then those that belong to none."""
        found = []
        for session in said.sessions:
            found += [session, *(each for each in said.outputs if each.session == session.key)]
        return [*found, *(each for each in said.outputs if each not in found)]

    def _add(self, row, number):
        place = forms.IntegerField(min_value=0, max_value=MOST, initial=number, **FIELD)
        place.label = _("Place of “%(title)s”") % {"title": row.title}
        self.fields[f"place-{row.key}"] = place
        self._add_out(row)

    def _add_out(self, row):
        left_out = forms.BooleanField(initial=row.key in self.left_out, **FIELD)
        left_out.label = _("Leave it out")
        self.fields[f"out-{row.key}"] = left_out

    @property
    def lines(self):
        """Tuples of a row of the proceedings, whether it is an output, and its two fields."""
        return [
            (row, isinstance(row, OutputSaid), self[f"place-{row.key}"], self[f"out-{row.key}"])
            for row in self._rows_here
        ]

    @property
    def _rows_here(self):
        return [row for row in self.rows if row.key in self.part.keys]

    @property
    def actions(self):
        """Pairs of an action of the proceedings and its field: they stand by the day on which they are due."""
        return [(row, self[f"out-{row.key}"]) for row in self.said_actions]

    @property
    def answers(self):
        """What the service asks for, once the form is valid."""
        said = self.cleaned_data
        # What stands in another part has the number that it would have there.
        numbered = [(said.get(f"place-{row.key}", number + 1), number, row.key) for number, row in enumerate(self.rows)]
        # What has no number comes last, in its order.
        ordered = sorted(numbered, key=lambda each: (each[0] is None, each[0] or 0, each[1]))
        keys = [row.key for row in (*self._rows_here, *self.said_actions)]
        return {
            "introduction": said["introduction"],
            "places": [key for *_place, key in ordered],
            "left_out": [key for key in keys if said[f"out-{key}"]],
            "minutes": self._ticked(set(said.get("minutes", ()))),
            "seen": {*keys, *(line.pk.hex for _session, lines in self.lines_of for line in lines)},
        }

    def _ticked(self, values):
        return [
            line.pk.hex
            for session, lines in self.lines_of
            for line, value in _valued(lines)
            if value in values or _whole(session, lines) in values
        ]


def _in_part(lines_of, part):
    """Of pairs of a session and its lines those of a part of the form."""
    for session, lines in lines_of:
        if here := [line for line in lines if line.pk.hex in part.keys]:
            yield session, here


def _choices(session, lines, is_whole):
    whole = [(_whole(session, lines), _("All of this session"))] if is_whole else []
    return [*whole, *((value, line.text) for line, value in _valued(lines))]


def _valued(lines):
    """Pairs of a line and its value, another one when its wording is: nobody releases words that they did not see."""
    return [(line, f"{line.pk.hex}.{wording_of(line)}") for line in lines]


def _whole(session, lines):
    return f"{session.key.hex}.{digest_of([value for _line, value in _valued(lines)])}"
