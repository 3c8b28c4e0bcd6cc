"""No page in French or Arabic says in English what the interface has other words for."""

import re

import pytest

from portal.core.catalogues import kept
from tests.browser.pages import NAMES, public_pages
from tests.first_content import first_content
from tests.languages.reading import said_in

PLACE = re.compile(r"%\\\([a-z_]+\\\)[sd]|%[sd]|\\\{[a-z_]+\\\}")
PLACE_IN_TEXT = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]+\}")
LETTER = re.compile(r"[a-z]", re.IGNORECASE)


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker):
    """The path of each public page of the portal with its first content, by its name."""
    with first_content(django_db_blocker, demo=True):
        yield public_pages()


def english_sentences(language):
    """A pattern that fits each English sentence whose translation is another; “%(some)s of %(all)s” fits any text."""
    sentences = set()
    for message in kept(language):
        ids, strings = (each if isinstance(each, tuple | list) else (each,) for each in (message.id, message.string))
        sentences |= {each for each in set(ids) - set(strings) if len(LETTER.findall(PLACE_IN_TEXT.sub("", each))) > 3}
    return re.compile("|".join(PLACE.sub(".+", re.escape(" ".join(each.split()))) for each in sentences))


def test_the_pattern_finds_english():
    english = english_sentences("fr")

    texts = ("Skip to the content", "12 case studies", "Contact", "Aller au contenu", "Confirmed March 2026")

    assert [bool(english.fullmatch(text)) for text in texts] == [True, True, False, False, True]


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_left_in_english(client, portal, name, language):
    english = english_sentences(language)

    said = said_in(language, client.get(f"/{language}{portal[name]}").text)

    assert len(said) > 10
    assert {text for text in said if english.fullmatch(text)} == set()
