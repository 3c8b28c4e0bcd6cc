"""Which calls are questions of access, and how a module is written so that they can be switched."""

import ast

import pytest

from tests.mutants.calls import ASKED_BY, Module, is_asked_in, modules

SOURCE = """
from portal.access.policy import can as may, identity_of
from .audience import visible_to

def f(records, user):
    known = records.filter(pk__in=visible_to(records, user)).visible_to(user, zone=1)
    return known if may(user, "know", None) else identity_of(can(known))
"""


def switched(source):
    return ast.unparse(Module("a.py", source).switched())


def test_calls_are_found_by_what_was_imported_and_as_methods():
    found = [(call.place, call.source) for call in Module("a.py", SOURCE).calls]

    assert found == [
        ("a.py:6:44", "visible_to(records, user)"),
        ("a.py:6:71", "records.filter(pk__in=visible_to(records, user)).visible_to(user, zone=1)"),
        ("a.py:7:23", 'may(user, "know", None)'),
    ]


def test_each_is_asked_through_the_switch_and_told_its_place():
    lines = switched(SOURCE).splitlines()

    inner = f"{ASKED_BY}('a.py:6:44', visible_to, records, user)"
    chain = f"{ASKED_BY}('a.py:6:71', records.filter(pk__in={inner}).visible_to, user, zone=1)"
    condition = f"{ASKED_BY}('a.py:7:23', may, user, 'know', None)"
    assert lines[-2].strip() == f"known = {chain}"
    assert lines[-1].strip() == f"return known if {condition} else identity_of(can(known))"


def test_what_asks_nothing_stays():
    source = "x = [can(each) for each in cans]\n"

    assert switched(source) == source.strip()


@pytest.mark.parametrize("line", ["partial(can, user)", "map(records.visible_to, users)", "ask = can"])
def test_a_question_that_is_named_and_not_called_is_told(line):
    assert Module("a.py", f"from portal.access.policy import can\n{line}\n").handed_on == [2]


def test_the_decision_itself_is_left_out():
    names = ["portal.access", "portal.access.policy", "portal.accessible", "practices.row", "tests.access"]

    assert [is_asked_in(name) for name in names] == [False, False, True, True, False]


def test_nobody_hands_a_question_on():
    assert [module.path for module in modules() if module.handed_on] == []
    assert any(module.path == "portal/records/shown.py" and module.calls for module in modules())
