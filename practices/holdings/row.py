"""What a list says of a holding: kinds, country, whose, finest form for everyone, how to get it, how fresh."""

from django.utils.translation import gettext_lazy as _

from portal.core.languages import enumerated
from portal.records.fields import RowFact


def row(page):
    """The RowFacts of a holding, all of its card; empty ones are left out."""
    facts = (
        RowFact(_("Data"), enumerated(kind.label for kind in page.data_kinds.all())),
        RowFact(_("Where"), enumerated(country.label for country in page.countries.all())),
        RowFact(_("How to get it"), page.access_method.label if page.access_method else ""),
    )
    return [fact for fact in facts if fact.text]
