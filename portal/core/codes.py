"""Codes to cite, such as CS-7K3M: random, so that nobody can count what they may not see."""

import re
import secrets

# Crockford's alphabet: no I, L, O or U, which are misread or spell words. https://www.crockford.com/base32.html
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


CODE = re.compile(rf"[A-Z]{{1,4}}-[{CROCKFORD}]{{4,8}}")


source = secrets.SystemRandom()
"""The one source of chance for codes and names of files; tests put a seeded one in its place."""


def draw(length=4):
    """Random Crockford-32 characters, five bits each."""
    return "".join(source.choice(CROCKFORD) for _ in range(length))


def new_code(prefix, is_taken):
    """A code `PREFIX-XXXX` for which `is_taken(code)` is false.

    Raises RuntimeError when a hundred draws were all taken: the kind then needs longer codes.
    """
    for _ in range(100):
        code = f"{prefix}-{draw()}"
        if not is_taken(code):
            return code
    raise RuntimeError(f"codes {prefix}-XXXX are nearly used up")


def codes_in(texts) -> list[str]:
    """The codes among texts that were sent, as they are written; what is none is left out: no entry has it, and a
    database may refuse to look for it."""
    return [code for text in texts if CODE.fullmatch(code := text.strip().upper())]
