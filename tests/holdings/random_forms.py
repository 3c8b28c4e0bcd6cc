"""Forms as hurried people fill them: any choice, any words."""

import json

from django import forms
from wagtail.admin.rich_text import DraftailRichTextArea

WORDS = ("", "public", "everyone", "Database of hazards", "قاعدة بيانات", "2024-02-30", "2026-01-01", "-1", "12", "<b>")
"""What may be typed into any field."""
FITTING = (
    (forms.DateField, ("", "2026-01-01", "2031-12-31")),
    (forms.IntegerField, ("", "0", "2021")),
    (forms.EmailField, ("", "im@example.org")),
    (forms.URLField, ("", "https://example.org/")),
)
MISTAKES = 0.01
"""How often something is typed that the field cannot hold."""
SHARES = (0.05, 0.2, 0.8)
"""Of the fields that are filled: most people leave most of a long form alone, some fill nearly all of it."""
ROWS = ("ladder", "uses", "organisations", "sources")


def filled(form, rng):
    """The data of a browser for a form of a holding, at random."""
    data, share = {"title": rng.choice(WORDS) or "Database"}, rng.choice(SHARES)
    for name, field in form.fields.items():
        if _is_rich(field) or (name not in ("title", "slug") and rng.random() < share):
            data[name] = _value(field, rng)
    for name, formset in form.formsets.items():
        data |= _rows(formset, rng.randrange(3) if name in ROWS and rng.random() < share else 0, rng)
    return {name: value for name, value in data.items() if value is not None}


def empty(form):
    """The data of a browser for a form in which only a title was typed."""
    data = {"title": "Database"} | {name: "null" for name, field in form.fields.items() if _is_rich(field)}
    for formset in form.formsets.values():
        data |= _rows(formset, 0, None)
    return data


def _is_rich(field):
    return isinstance(field.widget, DraftailRichTextArea)


def _value(field, rng):
    if _is_rich(field):
        # The editor's script sends its own format, whatever is typed.
        return json.dumps({"blocks": [{"key": "a", "type": "unstyled", "text": rng.choice(WORDS)}], "entityMap": {}})
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        keys = _keys(field)
        return rng.sample(keys, min(len(keys), rng.randrange(3)))
    if hasattr(field, "choices"):
        return rng.choice(_keys(field) or [""])
    if isinstance(field, forms.BooleanField):
        return rng.choice(["on", None])
    fitting = next((values for kind, values in FITTING if isinstance(field, kind)), WORDS)
    return rng.choice(fitting if rng.random() > MISTAKES else WORDS)


def _keys(field):
    return [str(getattr(value, "value", value)) for value, _ in list(field.choices)[:200]]


def _rows(formset, number, rng):
    data = {f"{formset.prefix}-TOTAL_FORMS": number, f"{formset.prefix}-INITIAL_FORMS": 0}
    for place in range(number):
        for name, field in formset.empty_form.fields.items():
            own = {"id": "", "DELETE": "", "ORDER": place + 1}
            data[f"{formset.prefix}-{place}-{name}"] = own[name] if name in own else _value(field, rng)
    return data
