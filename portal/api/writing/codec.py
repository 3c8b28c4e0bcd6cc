"""Values as programs send them, and as the members' forms take them: what a form knows by a number has a code here."""

from django import forms
from taggit.forms import TagField

from portal.desk.contribute.form_fields import ProseField
from portal.records.plain_prose import as_plain
from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField

NO_CHOICE = "\N{MULTIPLICATION SIGN}"
"""What no form offers: with it, a code that is not among the choices is refused by the form's own sentence."""
TERMS = (TermChoiceField, TermMultipleChoiceField)


def to_form(field, value):
    """What a form's field is sent for a value of a program: texts, several in a list; None for an answer of no."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        known = _numbers_by_code(field, value or ())
        return [str(known.get(code, NO_CHOICE)) for code in value or ()]
    if isinstance(field, forms.ModelChoiceField):
        return str(_numbers_by_code(field, [value]).get(value, NO_CHOICE)) if value else ""
    if isinstance(field, TagField):
        return ", ".join(f'"{tag.replace(chr(34), "")}"' for tag in value or ())
    if isinstance(field, forms.NullBooleanField):
        return {True: "true", False: "false"}.get(value, "unknown")
    if isinstance(field, forms.BooleanField):
        return "on" if value else None
    return "" if value is None else str(value)


def to_program(field, stored):
    """The same value again, as it is stored (the initial value of the form's field)."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return [_code(field, getattr(each, "pk", each)) for each in stored or ()]
    if isinstance(field, forms.ModelChoiceField):
        return _code(field, getattr(stored, "pk", stored)) if stored else None
    if isinstance(field, TagField):
        return sorted(str(getattr(each, "name", each)) for each in stored or ())
    if isinstance(field, forms.BooleanField):
        return stored if isinstance(field, forms.NullBooleanField) else bool(stored)
    if isinstance(field, ProseField):
        return as_plain(stored or "")
    if hasattr(stored, "isoformat"):
        return stored.isoformat()
    return stored if stored is None or isinstance(stored, bool | int) else str(stored)


def _numbers_by_code(field, codes):
    """The primary keys of what can be chosen, by code."""
    if isinstance(field, TERMS):
        return {node.key: node.pk for node, _depth in field.offered}
    return dict(field.queryset.filter(code__in=[each.upper() for each in codes]).values_list("code", "pk"))


def _code(field, pk):
    if isinstance(field, TERMS):
        return next((node.key for node, _depth in field.offered if node.pk == pk), None)
    return field.queryset.filter(pk=pk).values_list("code", flat=True).first()
