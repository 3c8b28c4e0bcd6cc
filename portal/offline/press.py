"""A process of its own that makes PDFs, one after the other: pages come in as lines of JSON, each PDF goes out with its
length before it. Run as a module, without Django.

One process for all of a bundle, since the press takes longer to be set up than to print a page.
"""

import json
import logging
import os
import sys

from events.proceedings.press import press

LENGTH = 8
"""Bytes in which the length stands."""


def main():
    # Whoever reads a page meanwhile comes first.
    os.nice(10)
    # What it would say of the text is for nobody's log.
    logging.disable(logging.CRITICAL)
    for line in sys.stdin.buffer:
        given = json.loads(line)
        made = press(given["page"], given["styles"])
        sys.stdout.buffer.write(len(made).to_bytes(LENGTH, "big") + made)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
