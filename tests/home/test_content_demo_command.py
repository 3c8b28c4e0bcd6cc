"""`load_demo`: refused where the settings do not allow it; prints the sign-ins; says what it did."""

import pytest
from django.core.management import CommandError, call_command

from portal.home.content.demo import DemoRefused, demo_sign_ins, load_demo
from portal.users.models import User
from tests.home.content import rows

pytestmark = pytest.mark.django_db


def test_settings_of_a_real_site_refuse_it(settings):
    settings.PORTAL_DEMO_ALLOWED = False
    before = rows()

    with pytest.raises(DemoRefused):
        load_demo()
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_demo")

    assert rows() == before


def test_command_prints_sign_ins_without_loading(capsys):
    call_command("load_demo", "--print-sign-ins")

    printed = [line.rsplit(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    assert [tuple(each) for each in printed] == list(demo_sign_ins())
    assert not User.objects.exists()


def test_command_says_what_it_did(capsys):
    call_command("load_demo")
    call_command("load_demo")

    assert capsys.readouterr().out.splitlines() == [
        "Created: 5 organisation, 5 practice, 7 case_study, 3 platform, 5 holding, 5 need, 4 flow, 2 agreement, "
        "2 event, 3 output, 2 idea, 6 action.",
        "Everything was there already.",
    ]
