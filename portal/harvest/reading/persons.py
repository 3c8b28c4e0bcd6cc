"""Accounts, which tell nothing, and names that may be of people."""

import re

UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)


def is_account(name: str) -> bool:
    """Whether a name is the number of an account, as HDX has it for maintainers."""
    return bool(UUID.fullmatch(name))
