"""Whether a text of the read model holds what is asked for, word by word."""

COLUMNS = ("title", "summary", "body", "names")


class Text:
    """The words of a row of SearchText by column: a word counts wherever it stands, a phrase within one column."""

    def __init__(self, row):
        self.columns = [getattr(row, name).split() for name in COLUMNS]
        self.words = frozenset(word for column in self.columns for word in column)

    def holds(self, sequence):
        """Whether these words stand in a row."""
        if not self.words.issuperset(sequence):
            return False
        length = len(sequence)
        return length == 1 or any(
            tuple(column[at : at + length]) == tuple(sequence)
            for column in self.columns
            for at, word in enumerate(column)
            if word == sequence[0]
        )


def matches(text, expression):
    """Whether a Text is found by an Expression."""
    if any(_holds(text, item) for item in expression.without):
        return False
    phrases = [_holds(text, item) for item in expression.phrases]
    words = [any(all(_holds(text, item) for item in way) for way in each.ways) for each in expression.words]
    if not expression.any_word:
        return all(phrases) and all(words)
    # Phrases must match all the same; with one, no word need.
    return all(phrases) if phrases else any(words)


def _holds(text, item):
    """Whether an Item stands in it in one of its variants: all its words in the first, or all in the second."""
    most = max(len(variants) for variants in item.words)
    return any(
        text.holds([variants[min(number, len(variants) - 1)] for variants in item.words]) for number in range(most)
    )
