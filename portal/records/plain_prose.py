"""A text of the story as plain lines, for forms without an editor of rich text, and back.

An empty line parts paragraphs; lines that begin with “- ” or “1. ” are lists. **Bold**, _italic_ and [links](address)
are written as people do in mails.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

from wagtail.whitelist import check_url

BULLET, NUMBER = re.compile(r"^\s*[-•*] +(?=\S)"), re.compile(r"^\s*\d{1,3}[.)] +(?=\S)")
INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]{1,2000})\*\*"
    r"|(?<![^\W_])_(?P<italic>[^_\n]{1,2000})_(?![^\W_])"
    r"|\[(?P<words>[^\]\n]{1,500})\]\((?P<address>[^()\s]{1,1000})\)"
)
MARKS = {"b": "**", "strong": "**", "i": "_", "em": "_"}
INSIDE = re.compile(r"(?P<kind>page|document):(?P<pk>\d{1,12})")
"""How a link to a page or a file of the portal is written."""


def as_plain(rich):
    """The plain lines of a rich text."""
    reader = _Reader()
    reader.feed(rich or "")
    reader.close()
    return reader.text()


def as_rich(plain, before=""):
    """The rich text of plain lines. Links to pages and files of the portal are kept where `before`, the rich text that
    was written over, has them; new ones lead outwards only."""
    kept = {match[0] for match in INSIDE.finditer(as_plain(before))}
    lines = re.sub(r"[^\S\n]+", " ", plain.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = re.split(r"\n *\n", lines)
    return "".join(_block(block.strip("\n"), kept) for block in blocks if block.strip())


def _block(block, kept):
    """One paragraph or list; where lines and items follow each other, each in its turn."""
    parts, lines = [], block.split("\n")
    while lines:
        mark = next((mark for mark in (BULLET, NUMBER) if mark.match(lines[0])), None)
        number = 0
        while number < len(lines) and _is_of(mark, lines[number]):
            number += 1
        parts.append(_written(mark, lines[:number], kept))
        lines = lines[number:]
    return "".join(parts)


def _is_of(mark, line):
    return bool(mark.match(line)) if mark else not (BULLET.match(line) or NUMBER.match(line))


def _written(mark, lines, kept):
    if mark is None:
        return f"<p>{'<br/>'.join(_inline(line.strip(), kept) for line in lines)}</p>"
    tag = "ul" if mark is BULLET else "ol"
    items = "".join(f"<li>{_inline(mark.sub('', line).strip(), kept)}</li>" for line in lines)
    return f"<{tag}>{items}</{tag}>"


def _inline(line, kept):
    written, end = [], 0
    for match in INLINE.finditer(line):
        written += [escape(line[end : match.start()], quote=False), _marked(match, kept)]
        end = match.end()
    return "".join([*written, escape(line[end:], quote=False)])


def _marked(match, kept):
    if match["bold"]:
        return f"<b>{escape(match['bold'], quote=False)}</b>"
    if match["italic"]:
        return f"<i>{escape(match['italic'], quote=False)}</i>"
    words, address = escape(match["words"], quote=False), match["address"]
    if inside := INSIDE.fullmatch(address):
        is_kept = inside[0] in kept
        return f'<a linktype="{inside["kind"]}" id="{inside["pk"]}">{words}</a>' if is_kept else words
    is_safe = re.match(r"(?:https?|mailto):", address, re.IGNORECASE) and check_url(address)
    return f'<a href="{escape(address)}">{words}</a>' if is_safe else escape(match[0], quote=False)


class _Reader(HTMLParser):
    """Gathers the lines of a rich text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.line, self.lists, self.links = [], "", [], []

    def text(self):
        self._end()
        return "\n\n".join("\n".join(block) for block in self.blocks if block).strip("\n")

    def handle_starttag(self, tag, attrs):
        if tag in ("ul", "ol"):
            self._new_block()
            self.lists.append([tag, 0])
        elif tag == "li":
            self._end()
            self.line = self._mark()
        elif tag == "br":
            self._end()
        elif tag in MARKS:
            self.line += MARKS[tag]
        elif tag == "a":
            self.links.append(_address(dict(attrs)))
            self.line += "[" if self.links[-1] else ""
        elif not self.lists:
            self._new_block()

    def handle_endtag(self, tag):
        if tag in MARKS:
            self.line += MARKS[tag]
        elif tag == "a" and self.links:
            address = self.links.pop()
            self.line += f"]({address})" if address else ""
        elif tag in ("ul", "ol"):
            self._new_block()
            self.lists = self.lists[:-1]
        elif tag in ("p", "h2", "h3", "h4", "blockquote", "div") and not self.lists:
            self._new_block()

    def handle_data(self, data):
        self.line += re.sub(r"\s+", " ", data)

    def _mark(self):
        if not self.lists or self.lists[-1][0] == "ul":
            return "- "
        self.lists[-1][1] += 1
        return f"{self.lists[-1][1]}. "

    def _end(self):
        if self.line.strip():
            if not self.blocks:
                self.blocks.append([])
            self.blocks[-1].append(self.line.strip())
        self.line = ""

    def _new_block(self):
        self._end()
        if not self.blocks or self.blocks[-1]:
            self.blocks.append([])


def _address(attrs):
    if attrs.get("linktype") in ("page", "document") and (attrs.get("id") or "").isdigit():
        return f"{attrs['linktype']}:{attrs['id']}"
    return unescape(attrs.get("href") or "")
