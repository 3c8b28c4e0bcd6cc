"""The short form of an agreement. Its title is made of its kind and where it holds."""

from django.utils.translation import gettext as _

from portal.core.languages import enumerated
from portal.records.short_forms import Rows, ShortForm

MOST, LONGEST = 3, 255


def title(answers):
    """“Data sharing agreement (DSA) – Exampleland”; the kind of entry alone until something was answered."""
    kind = answers["agreement_kind"].label if answers.get("agreement_kind") else _("Agreement")
    countries = enumerated(country.label for country in list(answers.get("countries") or ())[:MOST])
    return " – ".join(filter(None, (kind, countries)))[:LONGEST]


SHORT = ShortForm(
    screens=(
        (
            ("agreement_kind", "state"),
            (Rows("organisations", ("organisation", "role")),),
            ("countries", "data_kinds"),
            (Rows("holdings", ("holding", "part")),),
        ),
        (("finest_form",), ("starts_on",), ("ends_on",), ("reference",)),
    ),
    needed=("agreement_kind", "organisations", "countries"),
    title=title,
)
