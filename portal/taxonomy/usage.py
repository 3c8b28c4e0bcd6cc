"""How much a term is used, in what is published and in drafts."""

from django.utils.translation import gettext as _

from portal.taxonomy.drafts import count_drafts
from portal.taxonomy.errors import TermInUse
from portal.taxonomy.relations import count_rows


def uses_of(model, pks) -> dict[str, int]:
    """What uses the terms and how often, for example `{"case studies": 3, "drafts": 1}`; empty when nothing does."""
    uses = count_rows(model, pks)
    if drafts := count_drafts(model, pks):
        uses[_("drafts")] = drafts
    return uses


def refuse_if_used(model, pks):
    """Raises TermInUse when anything uses one of the terms."""
    if uses := uses_of(model, pks):
        raise TermInUse(model, uses)
