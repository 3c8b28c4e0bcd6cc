"""The search of a bundle in Node: the words of Python and of the browser are the same, and find what they should."""

import json
import shutil
import subprocess
import warnings

import pytest

from portal.access.enums import Level
from portal.offline.folding import folded, forms
from tests.factories.records import decide, make_record
from tests.offline.bundles import Opened, packed

pytestmark = pytest.mark.django_db
NODE = shutil.which("node")
RUN = """
const fs = require("fs"), vm = require("vm");
const given = JSON.parse(fs.readFileSync(0, "utf8"));
const context = vm.createContext({});
given.scripts.forEach(function (script) { vm.runInContext(script, context); });
context.given = given;
process.stdout.write(vm.runInContext(`JSON.stringify({
  folded: given.texts.map(PORTAL_SEARCH.folded),
  found: given.queries.map(function (text) {
    var result = PORTAL_SEARCH.find(text);
    return { codes: result.entries.map(function (entry) { return entry[0]; }), isAny: result.isAny };
  })
})`, context));
"""
TEXTS = (
    "Déminage à Côté de l’eau, ŒUVRE straße", "Ελλάδα ΣΟΦΟΣ", "İstanbul Iğdır", "إِزالةُ الألغامِ والذخائرِ",
    "٢٠٢٤ ۱۲ 2024", "مؤسسة شيء القرى لله", "e\u0301cole x\u2028y\u2029z",
    "🙂 emoji—dash…", "DH-1Z8A", "", "   ", "Đặng Łódź",
)  # fmt: skip


def asked(bundle, queries=(), texts=()):
    """What the scripts of a bundle answer: words of texts, and codes by query."""
    if NODE is None:
        warnings.warn("LEFT OUT: without Node nothing tests the search of the offline file.", stacklevel=1)
        pytest.skip("no Node on this machine")
    scripts = [bundle.text("parts/entries.js"), bundle.text("parts/search.js")]
    given = json.dumps({"scripts": scripts, "queries": list(queries), "texts": list(texts)})
    done = subprocess.run([NODE, "-e", RUN], input=given, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.fixture
def pages():
    return {
        "clearance": make_record(title="Clearance of farm land", summary="Combined with satellite images."),
        "school": make_record(title="Écoles et déminage", summary="Carte des écoles.", language="fr"),
        "arabic": make_record(title="إزالة الألغام من الأراضي", summary="ذخائر غير منفجرة", language="ar"),
        "body": make_record(title="A register", context="<p>Its clearance is told of in the text.</p>"),
    }


def test_words_are_folded_alike_in_python_and_in_the_browser(pages):
    answer = asked(Opened(packed()), texts=TEXTS)

    assert answer["folded"] == [folded(text) for text in TEXTS]


def test_letters_are_folded():
    assert folded("Déminage ŒUVRE straße Łódź") == ["deminage", "oeuvre", "strasse", "lodz"]
    assert folded("إِزالةُ الألغامِ والأراضي") == ["ازاله", "الالغام", "والاراضي"]
    assert forms("والاراضي") == ["والاراضي", "اراضي"]
    assert (forms("الله"), forms("mine")) == (["الله"], ["mine"])
    assert folded("٢٠٢٤ cafe\u0301") == ["2024", "cafe"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("clearance", ["clearance", "body"]),
        ("CLEAR", ["clearance", "body"]),
        ("farm satellite", ["clearance"]),
        ("ecole", ["school"]),
        ("DÉMINAGE", ["school"]),
        ("ألغام", ["arabic"]),
        ("والألغام", ["arabic"]),
        ("اراض", ["arabic"]),
        ("إِزالة الألغام", ["arabic"]),
        ("منفجره", ["arabic"]),
        ("nothinglikethis", []),
        ("", []),
        ("' \" <b>", []),
    ],
)
def test_a_query_finds(query, names, pages):
    (found,) = asked(Opened(packed("ar")), queries=[query])["found"]

    by_code = {page.identity.code: name for name, page in pages.items()}
    assert [by_code[code] for code in found["codes"] if code in by_code] == names
    assert found["isAny"] is False


def test_where_no_entry_has_all_words_those_with_any_are_found(pages):
    (found,) = asked(Opened(packed()), queries=["satellite register"])["found"]

    assert found["isAny"] is True
    assert set(found["codes"]) == {pages["clearance"].identity.code, pages["body"].identity.code}


def test_a_code_is_found(pages):
    code = pages["body"].identity.code
    (found,) = asked(Opened(packed()), queries=[code.lower()])["found"]

    assert found["codes"][0] == code


def test_words_of_closed_details_are_not_in_the_search(pages):
    code = pages["body"].identity.code
    assert "clearance" in line_of(code)

    decide(pages["body"].identity, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)

    assert "register" in line_of(code)
    assert "clearance" not in line_of(code)


def line_of(code):
    """What the search knows of an entry."""
    lines = Opened(packed()).text("parts/entries.js").splitlines()
    return next(line for line in lines if line.startswith(f'["{code}"'))
