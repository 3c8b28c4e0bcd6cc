"""The words of a report: names of fields, reasons, sentences, in the reader's language."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.records.linter.findings import FindingKind
from practices.holdings.models import DataHoldingPage

WHY = {
    "no_object": gettext_lazy("It is no object with fields."),
    "no_key": gettext_lazy("It has neither “id” nor “name”: it could not be found again."),
    "no_title": gettext_lazy("It has no title."),
    "private": gettext_lazy("The catalogue says that it is private."),
    "deleted": gettext_lazy("The catalogue says that it was deleted."),
    "erased": gettext_lazy("Its entry was erased here. It is not made again."),
    "withdrawn": gettext_lazy("Its entry was withdrawn here. It is left as it is."),
    "there": gettext_lazy("An entry names this address already. Change that one."),
    "not_valid": gettext_lazy("The portal does not take what it says."),
    "in_review": gettext_lazy("A person's version of it waits for review. What changed is taken over after that."),
    "in_draft": gettext_lazy("A person is writing at it. What changed is in their draft, which they send."),
    "found": gettext_lazy("Something in it is not for everyone. An editor takes it out, then sends it."),
    "unanswered": gettext_lazy("Nobody has answered yet who may see it."),
}
"""By key, why a data set was refused, or why its entry waits."""
PARTS = {
    "new": gettext_lazy("New"),
    "changed": gettext_lazy("Changed"),
    "kept": gettext_lazy("Kept, because a person edited it"),
    "waits": gettext_lazy("Waits"),
    "refused": gettext_lazy("Not taken over"),
    "gone": gettext_lazy("No longer in the catalogue"),
    "back": gettext_lazy("In the catalogue again"),
}


def field_in_words(name: str) -> str:
    """A field of a holding as its form calls it; the name where it has none."""
    try:
        field = DataHoldingPage._meta.get_field(name)
    except LookupError:
        return name
    label = field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name
    return capfirst(str(label))


def reason(line: dict) -> str:
    """Why a line of a report was refused or waits, with what was found in which field, without its words."""
    why = str(WHY.get(line.get("why", ""), ""))
    kinds = dict(FindingKind.choices) | {"person": _("Name of a person")}
    found = [f"{field_in_words(name)}: {kinds.get(kind, kind)}" for name, kind in line.get("found", ())]
    return " ".join(filter(None, [why, line.get("words", ""), "; ".join(map(str, found))]))


def changed_in_words(line: dict) -> list[str]:
    """Of a line each field with what it said and says, or with what the catalogue says where it was kept."""
    said = []
    for name, *values in line.get("fields", ()):
        before, after = values if len(values) > 1 else (None, values[0])
        text = _("the catalogue says “%(after)s”") if before is None else _("“%(before)s” → “%(after)s”")
        said.append(f"{field_in_words(name)}: {text % {'before': before, 'after': after}}")
    return said


def as_lines(report: dict):
    """A report as lines of text, for the command."""
    counts = report.get("counts", {})
    heads = [f"{label}: {counts[part]}" for part, label in PARTS.items() if counts.get(part)]
    yield _("Read: %(read)d.") % report + " " + " · ".join([*heads, _("Unchanged: %(unchanged)d") % report])
    if report.get("total") and report["total"] > report["read"]:
        yield _("The catalogue says that it has %(total)d: the others were not read.") % report
    for part, label in PARTS.items():
        if report.get(part):
            yield f"\n{label}"
        for line in report.get(part, ()):
            yield f"  {' '.join(filter(None, [line['code'], line['title'] or line['key'], reason(line)]))}"
            yield from (f"      {each}" for each in changed_in_words(line))
    yield from _counted(report)


def _counted(report):
    """What could not be mapped and what was left out, with counts."""
    if report.get("unmapped"):
        yield "\n" + _("Could not be mapped (field, value, how often)")
        yield from (f"  {name}: {value} ({count})" for name, value, count in report["unmapped"])
    for key, label in (
        ("not_taken", _("Left out, because it tells of a person")),
        ("shortened", _("Shortened")),
        ("not_read", _("Fields that are not read")),
    ):
        if report.get(key):
            yield "\n" + label + ": " + ", ".join(f"{name} ({count})" for name, count in report[key])
