"""What goes out comes in again unchanged: every kind of the first content, through an empty portal."""

import csv
import io
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from portal.records.models import Submission, SubmittedPart
from portal.records.registry import kinds
from portal.transfer.bringing.files import FORMS
from portal.transfer.bringing.sheets import FOR_OPERATORS
from tests.conftest import BLOCKER
from tests.factories.people import UserFactory
from tests.first_content import first_content
from tests.transfer.bringing.files import table

KINDS = ["organisation", *(kind.key for kind in kinds() if kind.key != "organisation")]
"""Organisations first: all others name them."""


@pytest.fixture(scope="module")
def taken(request, django_db_setup, tmp_path_factory):
    """The folder of every kind in every form, of the first content."""
    folder = tmp_path_factory.mktemp("taken")
    with first_content(request.config.stash[BLOCKER]):
        for form in FORMS:
            take(folder, form)
    return folder


def take(folder, form, kinds=KINDS):
    for kind in kinds:
        call_command("export_records", kind, format=form, output=folder / f"{kind}.{form}")


def bring(folder, form, kinds=KINDS):
    for kind in kinds:
        call_command("import_records", kind, folder / f"{kind}.{form}", stdout=io.StringIO())


def read(path):
    """What is in a file: of a workbook its parts without the note of when it was written."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


@pytest.mark.django_db
def test_every_kind_comes_back_as_it_was(taken, tmp_path):
    UserFactory(is_superuser=True)

    bring(taken, "csv")
    for form in FORMS:
        take(tmp_path, form)

    names = [f"{kind}.{form}" for kind in KINDS for form in FORMS]
    assert [name for name in names if read(taken / name) != read(tmp_path / name)] == []


@pytest.mark.django_db
def test_the_portal_itself_brings_what_nobody_is_there_to_bring(taken, tmp_path):
    bring(taken, "json", kinds=("organisation", "practice", "idea"))
    take(tmp_path, "json", kinds=("organisation", "practice", "idea"))

    assert read(tmp_path / "practice.json") == read(taken / "practice.json")
    assert read(tmp_path / "idea.json") == read(taken / "idea.json")


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_says_the_same(taken, kind):
    tables = [table((taken / f"{kind}.{form}").read_bytes(), FOR_OPERATORS) for form in FORMS]

    first, *others = [_texts(each) for each in tables]
    assert others == [first, first]
    assert [each.wrong for each in tables] == [[], [], []]


def _texts(found):
    """By row what stands in its columns; what is empty has no column in JSON."""
    return [{name: text for name, text in zip(found.header, line.cells, strict=True) if text} for line in found.lines]


@pytest.mark.django_db
def test_a_file_is_one_submission_and_a_second_time_nothing(taken):
    UserFactory(is_superuser=True)
    call_command("import_records", "organisation", taken / "organisation.csv", stdout=io.StringIO())
    call_command("import_records", "practice", taken / "practice.csv", stdout=io.StringIO())
    said = io.StringIO()

    call_command("import_records", "organisation", taken / "organisation.csv", stdout=said)

    (submission,) = Submission.objects.all()
    assert SubmittedPart.objects.filter(submission=submission).count() == len(rows(taken / "practice.csv"))
    assert said.getvalue() == f"Rows: {len(rows(taken / 'organisation.csv'))} unchanged.\n"


@pytest.mark.django_db
def test_a_dry_run_says_what_would_be_and_writes_nothing(taken):
    said = io.StringIO()

    call_command("import_records", "organisation", taken / "organisation.csv", dry_run=True, stdout=said)

    assert said.getvalue() == f"Would be: {len(rows(taken / 'organisation.csv'))} new.\n"
    assert next(kind for kind in kinds() if kind.key == "organisation").model.objects.count() == 0


def test_a_workbook_holds_texts_and_no_formula(taken):
    for kind in KINDS:
        cells = [cell for row in load_workbook(taken / f"{kind}.xlsx").active.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[2:]
