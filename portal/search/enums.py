from django.db.models import TextChoices


class View(TextChoices):
    """The texts of a record, by who may search in them: each view has its own index and its own statistics."""

    PUBLIC = "public"
    """What visitors may read of public records."""
    MEMBERS = "members"
    """What every member may read of records that every member may know of."""
    RESTRICTED_CARD = "restricted_card"
    """The cards of records that only some may know of."""
    RESTRICTED_FULL = "restricted_full"
    """All text of records whose details only some may read."""


PUBLIC_RANK, MEMBERS_RANK, EVERYTHING_RANK = 0, 1, 3
"""Up to which rank of a Level a visitor, a member and an editor need no more than being one."""
