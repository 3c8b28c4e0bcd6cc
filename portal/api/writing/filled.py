"""A screen of the members' form, filled in by a program."""

from django.http import QueryDict

from portal.api.problems import Wrong
from portal.api.writing.codec import to_form, to_program
from portal.api.writing.questions import chosen, parts_of
from portal.desk.contribute.screens import Screen
from portal.records.short_forms import Rows


def screen_with(kind, page, author, answers: dict) -> Screen:
    """The Screen that asks for what is answered and for nothing else, with the answers."""
    questions = chosen(kind, answers)
    asked = Screen(kind, questions, page, author, is_draft=True)
    data = QueryDict(mutable=True)
    for name, field in asked.fields_form.fields.items():
        _put(data, name, to_form(field, answers[name]))
    for name, rows in asked.rows.items():
        _put_rows(data, rows, answers[name] or [])
    return Screen(kind, questions, page, author, data, is_draft=True)


def answers_in(kind, page, author) -> dict:
    """What the page says today, by the name of each part."""
    asked = Screen(kind, chosen(kind, parts_of(kind)), page, author, is_draft=True)
    form, found = asked.fields_form, {}
    for name, part in parts_of(kind).items():
        if isinstance(part, Rows):
            rows = asked.rows[name]
            found[name] = [_line(rows.forms[place]) for place in _seen(rows)]
        elif name in form.fields:
            found[name] = to_program(form.fields[name], form.get_initial_for_field(form.fields[name], name))
        else:
            # It names what this person may not know of: as if it named nothing. It stays, whatever is sent.
            found[name] = None
    return found


def wrong_answers(screen) -> list[Wrong]:
    """Everything that is wrong in a filled screen."""
    form = screen.fields_form
    found = [
        Wrong(f"answers.{name}" if name in form.fields else "answers", message)
        for name, messages in form.errors.items()
        for message in messages
    ]
    return [*found, *(each for rows in screen.rows.values() for each in _wrong_lines(rows))]


def _wrong_lines(rows):
    for number, form in enumerate(rows.forms):
        if form.is_bound and not form.is_empty():
            for name, messages in form.errors.items():
                place = f"answers.{rows.name}.{number}"
                yield from (Wrong(place if name == "__all__" else f"{place}.{name}", message) for message in messages)


def _line(form):
    return {name: to_program(field, form.get_initial_for_field(field, name)) for name, field in form.fields.items()}


def _put(data, name, value):
    if isinstance(value, list):
        data.setlist(name, value)
    elif value is not None:
        data[name] = value


def _seen(rows):
    """The places of the stored lines that this person sees: those about what they may not know of are not there, and
    stay as they are."""
    return [place for place in range(len(rows.stored)) if not rows.forms[place].has_hidden]


def _put_rows(data, rows, lines):
    """The lines that were sent, in the places of those that were seen and then beyond all; those that were seen and are
    not sent again are sent empty, so that they go."""
    seen, stored = _seen(rows), len(rows.stored)
    more = max(0, len(lines) - len(seen))
    data[rows.counter] = str(stored + more)
    empty = rows.form_class(prefix=f"{rows.name}-{stored}", user=rows.user)
    for number, place in enumerate([*seen, *range(stored, stored + more)]):
        line, form = (lines[number] if number < len(lines) else {}), rows.forms[place] if place < stored else empty
        for name, field in form.fields.items():
            _put(data, f"{rows.name}-{place}-{name}", to_form(field, line.get(name)))
