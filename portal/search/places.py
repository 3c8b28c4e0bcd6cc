"""Where words stand in a text that is shown, without analysing all of it: only words that begin alike are looked at."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from . import analysis
from .meaning import Item

MOST_TRIES = 200
BEGINNING = 4
"""Letters of an analysed word that all its forms have in common; the few that have not are not found."""
INSIDE = re.compile(rf"[^\W_{analysis.MARKS}]|['’{analysis.MARKS}{analysis.UNSEEN}]")
# One letter for one, so that places stay the same.
ALIKE = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿœأإآٱىةؤئ٠١٢٣٤٥٦٧٨٩", "aaaaaaceeeeiiiinooooouuuuyyoاااايهءء0123456789"
)


@dataclass(frozen=True)
class Shown:
    """A text in a language, to be looked into more than once."""

    text: str
    language: str

    @cached_property
    def alike(self) -> str:
        """The text as beginnings are looked for: in small letters without accents, each letter in its place."""
        lower = self.text.lower()
        if lower.isascii():
            return lower
        return (lower if len(lower) == len(self.text) else self.text).translate(ALIKE)

    def tokens(self, beginning):
        """Start and end of the tokens in which a beginning stands, MOST_TRIES of them at most."""
        at = self.alike.find(beginning)
        for _ in range(MOST_TRIES):
            if at < 0:
                return
            start, end = self._token(at)
            yield start, end
            at = self.alike.find(beginning, max(end, at + 1))

    def words(self, start, end) -> tuple[str, ...]:
        """The analysed words of one token."""
        return analysis.words_of(self.text[start:end][: analysis.LONGEST_TOKEN], self.language)

    def first(self, item: Item) -> str:
        """The words of the text that are the item, as they stand where they stand first; "" where they do not."""
        for sequence in item.alternatives:
            beginning = sequence[0][:BEGINNING]
            for start, end in self.tokens(beginning) if beginning in self.alike else ():
                if self.words(start, end)[:1] == sequence[:1] and (last := self._end(start, sequence)):
                    return self.text[start:last]
        return ""

    def _end(self, start, sequence):
        """Where the sequence ends that begins at `start`; None where the words that follow are others."""
        found, end = [], start
        for token in islice(analysis.TOKEN.finditer(self.text, start), len(sequence)):
            found += self.words(*token.span())
            end = token.end()
            if len(found) >= len(sequence):
                break
        return end if tuple(found) == sequence else None

    def _token(self, at):
        while at and INSIDE.match(self.text[at - 1]):
            at -= 1
        match = analysis.TOKEN.search(self.text, at)
        return match.span() if match else (at, at)
