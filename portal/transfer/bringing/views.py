"""The pages on which members bring a file: send it, look at what would become of it, write it, undo it."""

from io import BytesIO

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.limits import limited
from portal.core.refusals import refused_above, refused_in
from portal.desk.contribute.authors import authors_only
from portal.transfer.bringing.keeping import confirm, prepare
from portal.transfer.bringing.known import Known
from portal.transfer.bringing.planning import Outcome
from portal.transfer.bringing.sheets import FOR_MEMBERS, read_table
from portal.transfer.bringing.template import template_for
from portal.transfer.bringing.undoing import undo
from portal.transfer.formats.spreadsheet import CONTENT_TYPE
from portal.transfer.models import Import, ImportState

ROWS_SHOWN = 50
ways = require_http_methods(["GET", "HEAD", "POST"])


class FileForm(forms.Form):
    """A file, and for which organisation of theirs a member brings it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX, CSV in UTF-8, or JSON; at most 5 MB and 200 rows."),
        allow_empty_file=True,
    )
    organisation = forms.ChoiceField(label=gettext_lazy("For which organisation?"))

    def __init__(self, *args, author, **options):
        super().__init__(*args, use_required_attribute=False, **options)
        self.author = author
        self.fields["organisation"].choices = [(str(each.pk), each.name_in_full) for each in author.organisations]
        if len(author.organisations) == 1:
            del self.fields["organisation"]

    @property
    def for_whom(self):
        """The organisation that keeps what is new."""
        return self.author.chosen(self.cleaned_data.get("organisation", ""))


@ways
@authors_only
@limited("import")
def new(request, kind, author):
    """Where a file is sent."""
    form = FileForm(request.POST or None, request.FILES or None, author=author)
    if request.method == "POST" and form.is_valid():
        with refused_in(form, "file"):
            table = read_table(form.cleaned_data["file"], FOR_MEMBERS)
            name = form.cleaned_data["file"].name
            made = prepare(kind=kind, table=table, file_name=name, by=request.user, organisation=form.for_whom)
            return HttpResponseRedirect(reverse("transfer:import", args=[kind, made.key]))
    is_wrong = request.method == "POST"
    return render(request, "transfer/import_new.html", {"form": form, "kind": kind}, status=400 if is_wrong else 200)


@require_safe
@authors_only
def template(request, kind, author):
    """The workbook to fill in."""
    file = BytesIO()
    template_for(kind, Known(request.user, is_admin=False)).save(file)
    file.seek(0)
    name = f"{kind.index_path}-template.xlsx"
    response = FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)
    response["Cache-Control"] = "private, no-store"
    return response


@ways
@authors_only
def preview(request, kind, key, author):
    """What would become of each row, then what came of them. A POST writes it, or undoes it."""
    brought = Import.objects.filter(pk=key, kind=kind.key, by=request.user).first()
    if brought is None:
        raise Http404
    if request.method == "POST":
        return _acted(request, brought, kind)
    return _shown(request, brought, kind)


def _acted(request, brought, kind):
    try:
        with refused_above(request):
            brought = (undo if "undo" in request.POST else confirm)(brought=brought, by=request.user)
    except PermissionDenied as refused:
        raise Http404 from refused
    if brought.state == ImportState.PREPARED:
        return _shown(request, brought, kind, status=409)
    return HttpResponseRedirect(request.path)


def _shown(request, brought, kind, status=200):
    shown = brought.shown
    rows = [row | {"label": Outcome(row["outcome"]).label} for row in shown.get("rows", [])]
    pages = Paginator(rows, ROWS_SHOWN)
    context = {
        "brought": brought, "kind": kind, "shown": shown, "page": pages.get_page(request.GET.get("page")),
        "counts": _counts(shown), "wrong": shown.get("wrong", []), "late": shown.get("late", []),
        "entries": brought.entries.all()[:ROWS_SHOWN], "is_prepared": brought.state == ImportState.PREPARED,
        "is_done": brought.state == ImportState.DONE,
    }  # fmt: skip
    return render(request, "transfer/import.html", context, status=status)


def _counts(shown):
    """Pairs of an outcome in words and how many rows have it."""
    if "counts" in shown:
        found = shown["counts"]
    else:
        outcomes = [row["outcome"] for row in shown.get("rows", [])]
        found = {outcome: outcomes.count(outcome) for outcome in outcomes}
    return [(outcome.label, found[outcome.value]) for outcome in Outcome if found.get(outcome.value)]
