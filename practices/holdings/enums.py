from django.db import models
from django.utils.translation import gettext_lazy as _


class Consent(models.TextChoices):
    """What the owner of the data answered when asked whether they may be listed here."""

    NOT_ASKED = "not_asked", _("Owner not asked")
    ASKED = "asked", _("Owner asked, no answer yet")
    GIVEN = "given", _("Owner agreed")
    REFUSED = "refused", _("Owner refused")


class Basis(models.TextChoices):
    """On what it rests that the data are listed."""

    OWNER_CONSENT = "owner_consent", _("Consent of the owner")
    OWNER_PUBLICATION = "owner_publication", _("The owner's own publication")
    PUBLIC_SOURCES = "public_sources", _("Public sources, the owner was not asked")
    CONTESTED = "contested", _("Contested")


class RecordCount(models.TextChoices):
    """How many units of record there are, in bands."""

    UNDER_100 = "under_100", _("fewer than 100")
    HUNDREDS = "hundreds", _("100 to 999")
    THOUSANDS = "thousands", _("1,000 to 9,999")
    TEN_THOUSANDS = "ten_thousands", _("10,000 to 99,999")
    HUNDRED_THOUSANDS = "hundred_thousands", _("100,000 to 999,999")
    MILLIONS = "millions", _("a million and more")


class Freshness(models.TextChoices):
    """Whether data are as new as their holder says that they are kept."""

    UNKNOWN = "unknown", _("Freshness not known")
    FRESH = "fresh", _("Up to date")
    DUE = "due", _("Update due")
    OVERDUE = "overdue", _("Update overdue")
    DELINQUENT = "delinquent", _("Update long overdue")
