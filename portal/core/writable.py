"""Characters that a file can hold. What people write may hold others: from a form, an import, the API."""

import re

UNWRITABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets: control characters, halves of characters, U+FFFE and
U+FFFF), and the control characters that it discourages."""


def writable(text: str) -> str:
    """The text without the characters that no XML, and so no DOCX and no description of a PDF, can hold."""
    return UNWRITABLE.sub("", text)
