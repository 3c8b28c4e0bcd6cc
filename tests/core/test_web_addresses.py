"""Words that a mail turns into links."""

import pytest

from portal.core.web_addresses import has_address


@pytest.mark.parametrize(
    "text",
    [
        "Pay at evil.example/pay now", "https://evil.example", "See WWW.evil.example", "pay.evil-host.example:8080",
        "evil.example?id=1", "Write to evil.com.", "مرحبا evil.example/",
    ],
)  # fmt: skip
def test_an_address_is_seen(text):
    assert has_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "Send the list and/or the map", "Version 2.1/3", "Open list.xlsx", "i.e./e.g. schools", "Done. And then?",
        "IMSMA Core v.2", "5 km/h", "1.5.2026",
    ],
)  # fmt: skip
def test_other_words_are_none(text):
    assert not has_address(text)
