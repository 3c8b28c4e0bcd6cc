"""The objects of a PDF by their numbers: those that stand in it, and those packed together in streams."""

import re

OBJECT = re.compile(rb"\b(\d{1,10})\s+\d{1,5}\s+obj\b(.*?)(?=\bendobj\b|\b\d{1,10}\s+\d{1,5}\s+obj\b|\Z)", re.DOTALL)
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
FIRST = re.compile(rb"/First\s+(\d{1,9})\b")


def objects_in(around, streams):
    """A list of (number, bytes of its dictionary) of all objects; `streams` are unpacked, `around` is the rest."""
    found = [(int(each[1]), each[2]) for each in OBJECT.finditer(around)]
    for stream in streams:
        first = FIRST.search(stream.head)
        if first and PACKED.search(stream.head):
            found += _unpacked(stream.body, int(first[1]))
    return found


def _unpacked(body, first):
    figures = [int(each) for each in body[:first].split() if each.isdigit()]
    numbers, begins = figures[::2], [first + each for each in figures[1::2]]
    ends = [*begins[1:], len(body)]
    return [(number, body[begin:end]) for number, begin, end in zip(numbers, begins, ends, strict=False)]
