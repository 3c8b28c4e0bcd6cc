"""Keys (UUIDs) that stand as text in addresses and forms."""

from uuid import UUID


def key_in(text) -> UUID | None:
    """The key that a text holds; None for what is none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
