"""`make mutants`: two processes share the tests of access and of the features that ask, and a slice of the sweep."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.mutants.calls import ROOT, modules
from tests.mutants.ledger import Ledger
from tests.mutants.order import room_of

PYTEST = (
    sys.executable, "-m", "pytest", "-p", "tests.mutants.plugin", "-p", "no:cacheprovider", "-q", "--no-header",
    "--create-db", "-k", "not queries",
)  # fmt: skip
TESTS = ROOT / "tests"
ORACLE = TESTS / "mutants" / "oracle.py"
LEFT_OUT = ("sweep", "twins", "first_content", "killed")
"""The oracles as a whole take minutes; the slice stands in for them."""


def main():
    found = list(modules())
    if handed_on := [f"{module.path}:{line}" for module in found for line in module.handed_on]:
        sys.exit(f"Named and not called, so that nobody can answer in its place: {', '.join(handed_on)}")
    start = perf_counter()
    with TemporaryDirectory() as folder:
        processes = [_start(folder, name, _tests(found)) for name in ("one", "two")]
        endings = [each.wait() for each in processes]
        calls = {call.place: call for module in found for call in module.calls}
        ledger = Ledger(folder, calls)
        for place in sorted(ledger.unnoticed):
            why = "never asked" if place in ledger.never_asked else "no test notices"
            print(f"SURVIVOR, {why}: {calls[place].path}:{calls[place].line}: {calls[place].source}")
        survivors = len(ledger.unnoticed)
    print(f"{len(calls)} mutants, {survivors} survivors, {perf_counter() - start:.0f} s")
    sys.exit(bool(survivors or any(endings)))


def _tests(found):
    """The slice of the sweep, the tests of access and of the features that ask."""
    rooms = sorted({room_of(module.path) for module in found if module.calls})
    files = [path for room in ("access", *rooms) for path in sorted((TESTS / room).rglob("test_*.py"))]
    return [ORACLE] + [path for path in files if not any(word in path.name for word in LEFT_OUT)]


def _start(folder, name, files):
    var = Path(folder) / name
    var.mkdir()
    env = os.environ | {"PORTAL_VAR": str(var), "HYPOTHESIS_STORAGE_DIRECTORY": str(var / "hypothesis")}
    env.pop("TEST_DATABASE_URL", None)
    return subprocess.Popen([*PYTEST, f"--ledger={folder}", *map(str, files)], cwd=ROOT, env=env)


main()
