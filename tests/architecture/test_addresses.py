"""No address counts up: from the number of one row, its reader would learn how many there are of all."""

from django.urls import URLPattern, get_resolver
from django.urls.converters import IntConverter

OF_ONE_ENTRY = {"contribute:more", "contribute:screen", "proceedings:published", "proceedings:take-back"}
"""Numbers that begin with one at each entry: of a screen of its form, of a version of its proceedings."""
ROOMS = ("admin/", "django-admin/")
"""Behind one door, where everybody may know of everything."""
OF_WAGTAIL = {"wagtailcore_authenticate_with_password"}


def numbered(resolver, route="", spaces=()):
    """The names of the addresses with a number in them."""
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if any(isinstance(each, IntConverter) for each in pattern.pattern.converters.values()):
                yield ":".join([*spaces, pattern.name])
        elif not any(room in here for room in ROOMS):
            yield from numbered(pattern, here, [*spaces, *filter(None, [pattern.namespace])])


def test_numbers_in_addresses_are_those_of_one_entry():
    assert set(numbered(get_resolver())) - OF_WAGTAIL == OF_ONE_ENTRY
