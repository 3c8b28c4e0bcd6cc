"""A backup, restored into an empty portal: the same rows, the same files, and people sign in."""

import http.cookiejar
import re
import stat
import subprocess
import sys
import urllib.parse
import urllib.request

import pytest
from django.conf import settings

from tests.backup.inside import GOES, LAST_NAME, PASSWORD, STAYS
from tests.backup.portals import on_sqlite
from tests.running.test_serve import free_port

pytestmark = pytest.mark.django_db
CHECKED = "Records and search agree."


@pytest.fixture(scope="module")
def before(source, backup):
    """The rows of the source when its backup was made."""
    return source.told()


@pytest.fixture(scope="module")
def restored(empty_portal, backup):
    portal = empty_portal("restored")
    portal.output = portal.done("restore", backup, "--nobody-was-erased")
    return portal


@pytest.fixture(scope="module")
def erased(source, before, backup):
    """The list of the source, of whose two members one was erased after the backup was made."""
    source.python("erase()")
    return source.folder / "erased.jsonl"


@pytest.fixture(scope="module")
def without(empty_portal, backup, erased):
    """The backup restored with the list of who was erased since."""
    portal = empty_portal("without")
    portal.output = portal.done("restore", backup, "--erased", erased)
    return portal


def test_every_row_is_the_same(before, restored):
    after = restored.told()

    assert {label for label, rows in after.items() if rows != before[label]} == set()
    assert after.keys() == before.keys()
    assert sum(map(len, after.values())) > 2_000


def test_every_file_has_the_same_bytes(source, restored):
    assert restored.files == source.files
    assert {name.partition("/")[0] for name in restored.files} == {"documents", "original_images"}


def test_what_is_found_agrees_with_the_records(restored):
    assert restored.done("check_search").strip() == CHECKED


def test_numbers_that_were_given_out_do_not_come_again(before, restored):
    highest = max(int(row[0].split()[1]) for row in before["users.User"])

    assert int(restored.python("print_next_number()")) == highest + 2


def test_people_sign_in(restored):
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"],
        cwd=settings.BASE_DIR, env=restored.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        # The line comes before the socket listens.
        while "Quit the server" not in server.stdout.readline():
            pass
        page = signed_in(f"http://127.0.0.1:{port}")
    finally:
        server.kill()
        server.communicate()

    assert STAYS in page


def signed_in(site):
    """The page of one's own addresses, after signing in."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = patiently(opener, f"{site}/accounts/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]
    sent = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "login": STAYS, "password": PASSWORD}).encode()
    opener.open(f"{site}/accounts/login/", sent).read()
    return opener.open(f"{site}/accounts/email/").read().decode()


def patiently(opener, address):
    """The page, once the server listens; a server that ended refuses for ever, and the test run ends it."""
    while True:
        try:
            return opener.open(address).read().decode()
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise


def test_who_was_erased_since_stays_erased(before, without):
    rows = without.told()
    text = str(rows)

    assert "1 accounts in it were erased once more" in without.output
    assert [word in str(before) for word in (GOES, LAST_NAME, STAYS)] == [True, True, True]
    assert [word in text for word in (GOES, LAST_NAME, STAYS)] == [False, False, True]
    assert len(rows["directory.ErasedAccount"]) == 1
    assert [len(rows[label]) for label in ("users.User", "access.RecordIdentity")] == [
        len(before[label]) for label in ("users.User", "access.RecordIdentity")
    ]


def test_the_restored_portal_keeps_the_list_itself(without, erased):
    def accounts(path):
        return [line.rpartition(", ")[0] for line in path.read_text().splitlines()]

    assert accounts(without.folder / "erased.jsonl") == accounts(erased)
    assert stat.S_IMODE(erased.stat().st_mode) == 0o600


def test_back_to_the_first_kind_of_database(restored, portals, django_db_blocker):
    path, now = portals / "again.backup", restored.told()
    path.write_bytes(restored.streamed("backup", "-"))
    with django_db_blocker.unblock():
        portal = on_sqlite(portals / "back")
    portal.done("restore", path, "--nobody-was-erased")
    after = portal.told()

    assert {label for label, rows in after.items() if rows != now[label]} == set()
    assert portal.files == restored.files
    assert listed(path)[-1] == "manifest.json"


def listed(path):
    """What `tar` finds in the file."""
    return subprocess.run(["tar", "-tf", path], capture_output=True, text=True, check=True).stdout.splitlines()


def test_only_the_owner_reads_the_file_and_nothing_half_is_left(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert list(backup.parent.glob("*.part")) == []
