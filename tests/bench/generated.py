"""Texts without pages, as many as wanted, with the words, lengths and terms of the first content."""

import csv
import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import yaml

from portal.search.analysis import TOKEN, is_stop_word
from portal.search.facet_values import Value
from portal.search.retrieval.filling import Text

ROOT = Path(__file__).parents[2] / "portal"
CONTENT = ROOT / "home" / "content" / "data"
FACETS = {"sector": ("sectors", 3), "country": ("countries", 2), "data_kind": ("data_kinds", 4)}
"""By facet, the file of its terms and how many of them an entry has at most."""


def texts(count: int) -> Iterator[Text]:
    """`count` texts, the same each time."""
    chance, terms = random.Random(11), {facet: _terms(name) for facet, (name, _) in FACETS.items()}
    entries = list(_entries())
    words = Counter(word for entry in entries for word in entry)
    known, bounds = list(words), list(accumulate(words.values()))
    lengths = [len(entry) for entry in entries]

    def some(number):
        return " ".join(chance.choices(known, cum_weights=bounds, k=number))

    for number in range(count):
        values = [
            Value(facet, key, labels)
            for facet, (_, most) in FACETS.items()
            for key, labels in chance.sample(terms[facet], chance.randint(1, most))
        ]
        length = max(30, chance.choice(lengths))
        summary, body = some(20), some(length)
        yield Text(f"text-{number}", some(7).capitalize(), body, "en", summary, tuple(values))


def sample_words(shares=(0.4, 0.05)) -> list[str]:
    """Words of broad, typical and rare questions: in about such shares of the texts, and one that hardly any has."""
    made = [f"{text.title} {text.summary} {text.body}".lower() for text in texts(500)]
    found = Counter(word for text in made for word in set(text.split()) if word.isalpha() and len(word) > 3)
    found = {word: count / len(made) for word, count in found.items() if not is_stop_word(word)}
    near = [min(found, key=lambda word: (abs(found[word] - share), word)) for share in shares]
    return [*near, min(found, key=lambda word: (found[word], word))]


def _entries():
    """The words of each entry of the first content."""
    for path in sorted(CONTENT.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in content if isinstance(content, list) else content.values():
            for one in entry if isinstance(entry, list) else [entry]:
                if len(words := TOKEN.findall(" ".join(_strings(one)))) >= 10:
                    yield words


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _terms(name):
    with (ROOT / "taxonomy" / "data" / f"{name}.csv").open(encoding="utf-8") as file:
        return [(row["key"], (row["label_en"], row["label_fr"], row["label_ar"])) for row in csv.DictReader(file)][:120]
