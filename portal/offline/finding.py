"""What the search of a bundle reads: a file of JavaScript that a page loads, since from a memory stick it may fetch
none."""

import json

from portal.transfer.sources.records import ABOUT

from .folding import folded, forms, rules

LINE_ENDS = {ord("\u2028"): "\\u2028", ord("\u2029"): "\\u2029"}
"""Characters that may stand in JSON and end a line in the JavaScript of old browsers."""


class Words:
    """Writes entries.js into a stream, an entry a line."""

    def __init__(self, stream, labels):
        self.stream, self.between = stream, "\n"
        self.numbers = {kind: number for number, kind in enumerate(labels)}
        self._write(f"var PORTAL_RULES={_script(rules())};\nvar PORTAL_KINDS={_script(list(labels.values()))};\n")
        self._write("var PORTAL_ENTRIES=[")

    def add(self, hit, row):
        """Adds an entry: code, kind, language, title, summary, the folded words of title and code, and all others."""
        title = _words([hit.title, hit.code])
        others = _words(row.cells[len(ABOUT) :]) - title
        words = [" ".join(sorted(each)) for each in (title, others)]
        entry = [hit.code, self.numbers[hit.kind], hit.lang, hit.title, hit.summary, *words]
        self._write(self.between + _script(entry))
        self.between = ",\n"

    def end(self):
        """Nothing more is added."""
        self._write("\n];\n")

    def _write(self, text):
        self.stream.write(text.encode())


def _words(texts):
    return {form for text in texts for word in folded(text) for form in forms(word)}


def _script(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(LINE_ENDS)
