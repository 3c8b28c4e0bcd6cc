"""What is wrong with a body that is not in the form that an operation asks for, by field and in the reader's language:
Pydantic says it in English, and by the names of its types."""

from django.utils.translation import gettext_lazy as _

from portal.api.problems import Wrong

SENTENCES = {
    "missing": _("Say something here."),
    "extra_forbidden": _("There is no field of this name."),
    "literal_error": _("This is none of the values that can be given."),
    "list_type": _("Give a list."),
    "too_long": _("These are too many."),
    "string_too_long": _("This is too long."),
    "string_type": _("Give a text."),
    "string_unicode": _("There are characters in it that are none."),
    "bool_type": _("Give true or false."),
    "bool_parsing": _("Give true or false."),
    "int_type": _("Give a whole number."),
    "int_parsing": _("Give a whole number."),
    "int_from_float": _("Give a whole number."),
    "date_type": _("Give a day as 2026-03-28."),
    "date_parsing": _("Give a day as 2026-03-28."),
    "date_from_datetime_parsing": _("Give a day as 2026-03-28."),
    "date_from_datetime_inexact": _("Give a day as 2026-03-28."),
}
"""By the type of an error: https://docs.pydantic.dev/latest/errors/validation_errors/"""
ELSE = _("This is not in the form that is asked for.")


def wrong_by_field(errors) -> list[Wrong]:
    """Each thing that is wrong, once; `errors` as Pydantic gives them."""
    found = [Wrong(_name(each["loc"]), str(SENTENCES.get(each["type"], ELSE))) for each in errors]
    return list(dict.fromkeys(found))


def _name(place):
    """The name of the field, without where Ninja found it: (body, body, answers, title)."""
    return ".".join(map(str, place[2:]))
