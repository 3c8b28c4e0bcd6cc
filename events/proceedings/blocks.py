"""The blocks of which proceedings are printed: words with their language and where they lead, in a form."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.core.languages import under_prefix

OF_ADDRESSES = "en"
"""The language of addresses and codes: they read from left to right wherever they stand."""


@dataclass(frozen=True)
class Words:
    """Words and their language ("": that of the interface). `code` cites the entry that they come from; `address` is
    where they lead otherwise, on the portal where it begins with a slash."""

    text: str
    lang: str = ""
    code: str = ""
    address: str = ""

    @property
    def url(self):
        """Where they lead: the address, else that of the entry, which the code finds in every language; "" for none."""
        if self.address:
            return self.address
        return under_prefix(f"/r/{self.code}") if self.code else ""

    @property
    def is_elsewhere(self):
        """Whether that is no address of the portal."""
        return bool(self.address) and not self.address.startswith("/")

    def url_from(self, origin):
        """The same as a file needs it, with the origin of the portal (`https://…`) before its own addresses."""
        return self.url if self.is_elsewhere or not self.url else f"{origin}{self.url}"


@dataclass(frozen=True)
class Block:
    """One block. `form` says what it is: heading (of `level` 2 to 4), facts (pairs of a label and Words), paragraph
    (`label` before it), items (each with lines below it), table (`head`, and rows of Words)."""

    form: str
    words: Words | None = None
    level: int = 0
    anchor: str = ""
    label: str = ""
    rows: tuple = ()
    head: tuple[str, ...] = ()


def elsewhere(address: str) -> Words:
    """An address outside the portal, as it is read on paper."""
    return Words(address, OF_ADDRESSES, address=address)


def heading(text: str, level=2, lang="", anchor="") -> Block:
    """A heading; `anchor` is its name inside the page."""
    return Block("heading", Words(str(text), lang), level, anchor)


def items(rows: Iterable[tuple[Words, Iterable[Words]]]) -> Block:
    """A list: pairs of Words and the lines below them."""
    return Block("items", rows=tuple((words, tuple(below)) for words, below in rows))


def paragraph(text: str, lang="", label="") -> Block:
    """A paragraph, with a label before it where it has one."""
    return Block("paragraph", Words(str(text), lang), label=str(label))
