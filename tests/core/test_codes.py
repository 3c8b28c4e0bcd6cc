"""Codes of entries, as they are sent."""

from portal.core.codes import codes_in


def test_what_is_no_code_is_left_out():
    sent = ["FA-9T4W", " org-7k3m ", "\x00", "FA-9T4W\x00", "FA-", "9T4W", "FA-9T4U", "", "x" * 9000]

    assert codes_in(sent) == ["FA-9T4W", "ORG-7K3M"]
