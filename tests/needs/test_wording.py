"""Every code that matching says has its sentence, in the reader's language."""

import ast
from pathlib import Path

import pytest
from django.utils.translation import override

from practices import needs
from practices.needs.wording import SENTENCES, USUAL, sentence

pytestmark = pytest.mark.django_db


def codes_said():
    """The first argument of each Said in the code of matching, and what it is looked up from."""
    found = set()
    for path in (Path(needs.__file__).parent / "matching").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") == "Said"
                and isinstance(node.args[0], ast.Constant)
            ):
                found.add(node.args[0].value)
    return found


def test_each_code_has_a_sentence_and_each_sentence_a_code():
    looked_up = {"kind_same", "kind_within", "kind_broader", "kind_close", "apart", "not_apart", "apart_unknown"}
    looked_up |= {"fresh", "due", "late", "owner_not_asked", "owner_silent", "owner_refused"}

    assert codes_said() | looked_up == SENTENCES.keys()
    assert {code for code in SENTENCES if code.startswith("form")} == USUAL.keys()


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"code": "kind_same", "asked": ["schools", "water_points"]}, "Schools and learning places, Water"),
        (
            {"code": "level_coarse", "has": "adm1", "asked": "adm2"},
            "“Admin 1”, the need asks for “Admin 2”",
        ),
        ({"code": "too_seldom", "has": "yearly", "asked": "monthly"}, "Every year; asked for: Every month"),
        ({"code": "years_short", "first": 2018, "last": None}, "from 2018"),
        ({"code": "late", "on": "2026-03-04", "frequency": "monthly"}, "in March 2026, late for “Every month”"),
        ({"code": "not_apart", "by": ["age", "sex"]}, "by age, sex"),
        (
            {"code": "form_coarse", "form": "adm1_count", "audience": "ngos", "is_stated": False, "asked": "adm2"},
            "no more than Counts by admin 1; the need asks for “Admin 2”. The owner has not stated it.",
        ),
        ({"code": "useful_for", "sector": "health", "decision": "risk_education"}, "Risk education (Health)"),
        ({"code": "useful_for", "sector": "health", "decision": ""}, "useful for Health"),
        ({"code": "of_an_older_version"}, ""),
    ],
)
def test_sentences(said, text):
    assert text in sentence(said)


def test_terms_are_worded_for_the_reader():
    with override("fr"):
        assert "Iraq" in sentence({"code": "place_same", "countries": ["irq"]})
        assert "Écoles" in sentence({"code": "kind_same", "asked": ["schools"]})
