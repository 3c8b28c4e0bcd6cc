"""Choosing from long lists without a second window. A form of many rows has thousands of options: they are written
in Python, since Django's templates, one for each option, take most of the time of such a page."""

from html import escape

from django import forms
from django.utils.safestring import mark_safe


class LongSelect(forms.Select):
    """A list to choose from that may be long, and may stand in every row of a form."""

    template_name = "records/admin/long_select.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        written = [f"<option{_attrs(option)}>{escape(str(option['label']))}</option>" for option in _options(context)]
        context["widget"]["options"] = mark_safe("".join(written))  # all of it is escaped
        return context


class SearchableCheckboxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, what is ticked first, with a field that narrows the list while one types; without JavaScript the
    whole list."""

    template_name = "records/admin/searchable_checkboxes.html"

    class Media:
        js = ("portal/js/narrow_choices.js",)
        css = {"all": ("portal/css/record_form.css",)}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        options = _options(context)
        # The list scrolls: what is ticked far down would be out of sight.
        ticked = [{**each, "label": str(each["label"]).strip()} for each in options if each["selected"]]
        written = [_box(each) for each in (*ticked, *(each for each in options if not each["selected"]))]
        context["widget"]["boxes"] = mark_safe("\n".join(written))  # all of it is escaped
        return context


def _box(option):
    name, label = (escape(str(option[part])) for part in ("name", "label"))
    return f'<label><input type="checkbox" name="{name}"{_attrs(option)}> <span>{label}</span></label>'


def _options(context):
    return [option for _group, options, _index in context["widget"]["optgroups"] for option in options]


def _attrs(option):
    """The attributes of an option as in HTML: True stands alone, False and None are left out."""
    given = {"value": str(option["value"]), **option["attrs"]}
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in given.items()
        if value is not False and value is not None
    )
