"""The command that loads the files."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.taxonomy.loader import load_vocabularies
from portal.taxonomy.management.commands import load_vocabularies as command
from tests.taxonomy.changed_files import change

pytestmark = pytest.mark.django_db


def test_the_command_says_what_it_did():
    output = StringIO()

    call_command("load_vocabularies", stdout=output)

    assert output.getvalue() == "34 vocabularies: 0 terms created, 0 updated, 0 fields kept as edited.\n"


def test_the_command_says_what_is_wrong(folder, monkeypatch):
    change(folder, "urgencies", "Moyenne", "")
    monkeypatch.setattr(command, "load_vocabularies", lambda: load_vocabularies(folder=folder))

    with pytest.raises(CommandError, match=r"Nothing was loaded\.\nurgencies.csv, row 3, column label_fr"):
        call_command("load_vocabularies")
