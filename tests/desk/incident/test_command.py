"""`manage.py report_leak`: the same as the page, for who is at the machine."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.access.models import Incident
from portal.access.services import log
from tests.desk.incident.conftest import identity_of
from tests.factories.people import editor, member_of

pytestmark = pytest.mark.django_db
WHAT = "Its table was in a mailing list."


def run(page, by, **options):
    out = StringIO()
    call_command("report_leak", page.identity.code, by=by.email, what=WHAT, stdout=out, **options)
    return out.getvalue()


def test_it_says_who_saw_it_withdraws_and_writes_down(narrow, focal, owner):
    log("read", identity=identity_of(narrow), by=member_of(owner, role="Analyst"))

    dry = run(narrow, focal, dry_run=True)
    assert "Owner of data, Analyst" in dry
    assert "is withdrawn" not in dry
    assert identity_of(narrow).withdrawn_at is None
    assert not Incident.objects.exists()

    done = run(narrow, focal)
    assert "Owner of data, Analyst" in done
    assert "NO " not in done.split("Gone from:")[1]
    assert done.split("Gone from:")[1].count("yes") == 7
    assert Incident.objects.get().reported_by == focal
    assert identity_of(narrow).withdrawn_at is not None


def test_an_editor_is_told_no_names(narrow, owner):
    reader = member_of(owner, role="Analyst", is_listed=True)
    reader.first_name = "Reading"
    reader.save()
    log("read", identity=identity_of(narrow), by=reader)

    said = run(narrow, editor(), dry_run=True)

    assert "Reading" not in said
    assert "1  Owner of data" in said


def test_it_refuses_in_a_sentence(narrow, focal):
    with pytest.raises(CommandError, match="is no editor"):
        run(narrow, member_of())
    with pytest.raises(CommandError, match="There is no entry"):
        call_command("report_leak", "CS-ZZZZ", by=focal.email, what=WHAT)
    with pytest.raises(CommandError, match="Say what happened"):
        call_command("report_leak", narrow.identity.code, by=focal.email, what=" ")
    run(narrow, focal)
    with pytest.raises(CommandError, match="reported already"):
        run(narrow, focal)
