"""What a quarter brought, in at most three sentences for a report, in each language of the portal."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from portal.core.languages import LANGUAGES
from portal.desk.progress.figures import Figure


def sentences_for(row, quarter) -> list[tuple[str, list[str]]]:
    """Pairs of a language and the sentences of the Row of a Quarter in it. They say what there is: neither that
    something did not happen, nor that it is not known."""
    return [(code, _in(code, row, quarter)) for code in LANGUAGES]


def _in(code, row, quarter):
    with override(code):
        start = _("In %(quarter)s") % {"quarter": quarter.label}
        parts = (
            (Figure.LISTED, Figure.CONFIRMED),
            (Figure.MET, Figure.AGREED, Figure.RUNNING, Figure.COMPLETED),
            (Figure.DONE, Figure.LATE, Figure.CARRIED),
        )
        told = [_clauses(row, figures) for figures in parts]
        sentences = [_sentence(start, each) for each in told if each]
        return sentences or [_("%(start)s: nothing to report.") % {"start": start}]


def _sentence(start, clauses):
    return _("%(start)s: %(clauses)s.") % {"start": start, "clauses": _("; ").join(clauses)}


def _clauses(row, figures):
    counts = {each: row.cell(each).count for each in figures}
    return [_counted(each, count) % {"n": count} for each, count in counts.items() if count]


def _counted(figure, n):
    """Only that of the figure is asked for: each is a plural of its own."""
    match figure:
        case Figure.LISTED:
            return ngettext("%(n)d data holding was listed", "%(n)d data holdings were listed", n)
        case Figure.CONFIRMED:
            return ngettext("%(n)d data holding was confirmed", "%(n)d data holdings were confirmed", n)
        case Figure.MET:
            return ngettext("%(n)d data need was met", "%(n)d data needs were met", n)
        case Figure.AGREED:
            return ngettext("%(n)d data flow was agreed", "%(n)d data flows were agreed", n)
        case Figure.RUNNING:
            return ngettext("%(n)d data flow began to run", "%(n)d data flows began to run", n)
        case Figure.COMPLETED:
            return ngettext("%(n)d partnership idea was completed", "%(n)d partnership ideas were completed", n)
        case Figure.DONE:
            return ngettext("%(n)d follow-up action was done", "%(n)d follow-up actions were done", n)
        case Figure.LATE:
            return ngettext(
                "%(n)d follow-up action was not done in time", "%(n)d follow-up actions were not done in time", n
            )
    return ngettext(
        "%(n)d follow-up action was carried over to another event",
        "%(n)d follow-up actions were carried over to other events",
        n,
    )
