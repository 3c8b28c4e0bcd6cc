"""French and Arabic say everything that English says, with the same places for values."""

import re

import pytest

from portal.core.catalogues import kept, renewed, untranslated

PLACE = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]+\}")
PLURALS = {"fr": 2, "ar": 6}


def strings(message):
    return message.string if isinstance(message.string, tuple | list) else (message.string,)


def sources(message):
    return message.id if isinstance(message.id, tuple | list) else (message.id,)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_marked_string_is_translated(language):
    assert [message.id for message in untranslated(renewed(language))] == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_file_holds_what_the_code_says_and_nothing_else(language):
    assert {message.id for message in kept(language)} == {message.id for message in renewed(language)}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_values_keep_their_places(language):
    wrong = []
    for message in kept(language):
        expected = set(PLACE.findall(" ".join(sources(message))))
        # A number's own form may say it in words: "one entry" without its figure.
        for string in strings(message) if message.id else ():
            found = set(PLACE.findall(string))
            if found - expected or (expected - found and len(strings(message)) == 1):
                wrong.append((message.id, string))

    assert wrong == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_each_number_has_its_form(language):
    plural = [message for message in kept(language) if isinstance(message.id, tuple | list)]

    assert plural
    assert {len(message.string) for message in plural} == {PLURALS[language]}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_nothing_is_a_guess(language):
    assert [message.id for message in kept(language) if message.id and message.fuzzy] == []
