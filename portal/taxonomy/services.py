"""What may be done to terms, by whichever way in."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from portal.taxonomy.announcing import announce_change, announce_replacement
from portal.taxonomy.columns import GUARDED
from portal.taxonomy.drafts import retag_drafts
from portal.taxonomy.errors import CannotReplace
from portal.taxonomy.models import Term
from portal.taxonomy.relations import users_of
from portal.taxonomy.retagging import retag_attributes, retag_rows
from portal.taxonomy.tree import tree_of
from portal.taxonomy.vocabularies import vocabulary_of


@dataclass(frozen=True)
class Replaced:
    """What now has the new term: rows by what they are part of, drafts, and columns of other vocabularies."""

    rows: dict[str, int]
    drafts: int
    columns: int

    @property
    def total(self) -> int:
        return sum(self.rows.values()) + self.drafts + self.columns


@transaction.atomic
def save_term(*, term: Term, by=None) -> Term:
    """Saves a new or changed term, and tells who shows it when a label or its place in the tree changed."""
    before = type(term).objects.filter(pk=term.pk).values(*term.projected).first()
    term.save()
    if before and before != {name: getattr(term, name) for name in term.projected}:
        announce_change(model=type(term), pks={term.pk}, by=by)
    return term


@transaction.atomic
def replace_term(*, term: Term, by_term: Term, by=None) -> Replaced:
    """Puts `by_term` wherever `term` is, drafts included, and ends the validity of `term`, all or nothing.

    Narrower terms move below `by_term`. Raises CannotReplace with a sentence for the person who asked; `by` None is the
    portal itself.
    """
    _refuse_replacement(term, by_term)
    if changes_what_is_guarded(term, by_term.attributes) and not (by is None or by.is_superuser):
        raise CannotReplace(guarded_sentence())
    model = type(term)
    users = users_of(model, {term.pk})
    _lift_out(term, by_term)
    rows = retag_rows(model, term.pk, by_term.pk)
    replaced = Replaced(rows, retag_drafts(model, term.pk, by_term.pk), retag_attributes(model, term.key, by_term.key))
    term.refresh_from_db()
    # Through this day it could be chosen.
    term.valid_until, term.replaced_by = timezone.localdate() - timedelta(days=1), by_term
    term.save()
    log(term, "taxonomy.replace", user=by, data={"by": by_term.key, "count": replaced.total})
    announce_replacement(term=term, by_term=by_term, users=users, by=by)
    return replaced


def changes_what_is_guarded(term: Term, attributes: dict) -> bool:
    """Whether other attributes say something else in a column that administrators alone change."""
    return any(term.flag(name) != (attributes.get(name) == "yes") for name in GUARDED)


def guarded_sentence() -> str:
    """Why such a change is refused."""
    return _(
        "Only administrators change which kinds are authorities: for an authority two editors name who speaks for it."
    )


def _refuse_replacement(term, by_term):
    if type(term) is not type(by_term) or term == by_term:
        raise CannotReplace(_("Choose another term of the same vocabulary."))
    if not vocabulary_of(type(term)).may_replace(term.key):
        raise CannotReplace(_("The portal relies on this term: it can be given other labels, not be replaced."))
    if term.replaced_by_id:
        raise CannotReplace(_("This term was replaced already, by “%(label)s”.") % {"label": term.replaced_by.label})
    if not by_term.is_current:
        raise CannotReplace(_("“%(label)s” is no longer valid. Choose a term that is.") % {"label": by_term.label})


def _lift_out(term, by_term):
    """A term that stands below the one it replaces takes its place, since the rest of that tree will hang on it."""
    below = {node.pk for node in tree_of(type(term)).descendants(term.pk)}
    if by_term.pk in below:
        by_term.parent_id = term.parent_id
        by_term.save(update_fields=["parent"])
