"""Each language once, and addresses under their prefixes."""

import pytest
from django.utils.translation import override

from portal.core.languages import LANGUAGES, PREFIXED, under_prefix, without_prefix


def test_english_stands_at_the_root_the_others_under_their_prefix():
    assert (LANGUAGES, PREFIXED) == (("en", "fr", "ar"), ("fr", "ar"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/practices/", "/fr/practices/", "/ar/practices/"])
def test_an_address_is_read_under_the_readers_prefix(language, path):
    with override(language):
        assert under_prefix(without_prefix(path)) == {"en": ""}.get(language, f"/{language}") + "/practices/"
