"""Puts what a row says into its page: what changed, field by field, and what is wrong with it."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.desk.contribute.sending import missing_of
from portal.records.short_forms import name_of
from portal.transfer.bringing.columns import columns_of
from portal.transfer.bringing.columns.state import StateColumn
from portal.transfer.bringing.wrong import Refused, Wrong

TITLE = "title"
BESIDE = frozenset({"id", "key", "code", "slug", "link_key"})
"""Fields of what is no page that are set when it is written."""


@dataclass(frozen=True)
class Change:
    """A field that a row changes: both texts, as files have them."""

    name: str
    label: str
    before: str
    after: str


def put_content(plan, base, texts, kind, known, organisation):
    """Puts the texts of content columns (by Column) into the page of `base`; notes in `plan` what changed, and what
    is wrong."""
    changed = [column for column, text in texts.items() if _is_put(plan, base, column, text, known)]
    by_name = {column.name: text for column, text in texts.items()}
    _require_needed(plan, base, by_name, kind, known)
    if not plan.wrong:
        for name, sentence in _problems(base.page, kind, changed, known):
            plan.wrong.append(Wrong(plan.number, name, by_name.get(name, ""), sentence))
    if not (known.is_admin or plan.wrong):
        missing = missing_of(base.page, kind, organisation) if plan.changes or base.is_new else ()
        plan.wrong += [_missing(plan.number, each, kind) for each in missing]


def _is_put(plan, base, column, text, known):
    """Puts one text; whether the page says something else now."""
    if isinstance(column, StateColumn):
        return False
    # Of a new page nothing need be read.
    before = column.cell.write(column.cell.empty, known) if base.is_new else column.written(base.page, known)
    if text == before:
        return False
    try:
        value = column.read(text, known)
        after = column.cell.write(value, known)
        if after == before:
            return False
        if column.is_admin and not known.is_admin:
            raise Refused(_("Only administrators bring this."), _("Leave the cell as it was."))
    except Refused as refused:
        plan.wrong.append(Wrong(plan.number, column.name, text, refused.why, refused.allowed))
        return False
    column.put(base.page, value, known)
    plan.changes.append(Change(column.name, str(column.label), before, after))
    return True


def _missing(number, missing, kind):
    """What the short form asks for, in the words of the columns that answer it."""
    names = {column.name for column in columns_of(kind)}
    asked = [missing.name] if missing.name in names else _asked_with(missing.name, kind)
    answers = [name for name in asked if name in names] or [missing.name]
    hint = _("Fill in: %s.") % ", ".join(answers) if answers != [missing.name] else ""
    return Wrong(number, answers[0], "", _("“%s” must be answered.") % missing.label, hint)


def _asked_with(name, kind):
    """The names of what is asked in one question with this."""
    questions = [[name_of(part) for part in question] for screen in kind.short.screens for question in screen]
    return next((names for names in questions if name in names), ())


def _require_needed(plan, base, by_name, kind, known):
    wrong = {each.column for each in plan.wrong}
    for column in columns_of(kind):
        if column.cell.is_needed and column.name not in wrong and not column.written(base.page, known):
            text = by_name.get(column.name, "")
            plan.wrong.append(Wrong(plan.number, column.name, text, _("Something must stand here.")))


def _problems(page, kind, changed, known):
    """Pairs of the name of a column and a sentence, by the rules of the model, of its rows and of the short form."""
    try:
        page.clean_fields(exclude=_not_asked(type(page)))
        page.clean()
    except ValidationError as refused:
        yield from _by_field(refused)
    for column in changed:
        yield from ((column.name, sentence) for sentence in column.wrong_in(page))
    if not known.is_admin:
        names = {column.name for column in changed}
        answers = {name: _answer(page, name) for name in names}
        yield from {**kind.short.wrong_in(answers), **kind.short.wrong_with(page, answers)}.items()


def _answer(page, name):
    value = getattr(page, name)
    return list(value.all()) if hasattr(value, "all") else value


def _by_field(refused):
    named = refused.error_dict if hasattr(refused, "error_dict") else {"": refused.error_list}
    for name, errors in named.items():
        yield (name if name != "__all__" else "", " ".join(ValidationError(errors).messages))


def _not_asked(model):
    """Fields that no row can set, and those that name others: these were looked up when they were read."""
    return {
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation or field.name in BESIDE or (field.model is Page and field.name != TITLE)
    }
