"""What is refused before anything is written, and in which words."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from portal.backup.archive import Damaged, check_seal, sealed
from portal.backup.left_out import backed_up
from portal.backup.manifest import NAME, Manifest, applied_migrations
from portal.backup.reading import checked
from portal.taxonomy.models import Sector
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_list(settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    return settings.ERASED_LIST


def written(path, members=(), **changes):
    """A sealed file with these members and a manifest."""
    with path.open("wb") as stream, sealed(stream) as archive:
        for name, content in members:
            archive.add(name, content)
        told = {"made_at": "2026-11-28T00:00:00+00:00", "migrations": applied_migrations(), "digests": archive.digests}
        told["counts"] = dict.fromkeys(backed_up(), 0)
        manifest = json.loads(Manifest(**told).as_json()) | changes
        archive.add(NAME, json.dumps(manifest).encode())
    return path


def refusal(path, *options):
    with pytest.raises(CommandError) as error:
        call_command("restore", path, *(options or ["--nobody-was-erased"]), stdout=io.StringIO())
    return str(error.value)


def test_a_portal_with_people_is_not_overwritten(tmp_path):
    UserFactory()

    assert "this portal has 1 accounts and 0 entries, which would be lost" in refusal(written(tmp_path / "file"))


def test_without_a_list_nobody_comes_back_unasked(tmp_path, own_list):
    with pytest.raises(CommandError, match="Who was erased after the backup was made would be back"):
        call_command("restore", written(tmp_path / "file"))


def test_a_list_that_cannot_be_read_is_told_with_its_line(tmp_path, own_list):
    good = {"number": 1, "opened_at": "2026-11-28T00:00:00+00:00", "erased_on": "2026-11-28"}
    own_list.write_text(json.dumps(good) + "\nnonsense\n")

    assert "line 2 of the list of erased accounts cannot be read" in refusal(
        written(tmp_path / "file"), "--erased", own_list
    )


def test_another_format_is_told(tmp_path):
    assert "it has format 2, and this version of the portal reads format 1" in refusal(
        written(tmp_path / "f", format=2)
    )


def test_another_version_is_told_with_what_differs(tmp_path):
    newer = written(tmp_path / "newer", migrations=[*applied_migrations(), "future.0001_initial"])
    older = written(tmp_path / "older", migrations=applied_migrations()[1:])

    assert "it has had migrations that are not here: future.0001_initial" in refusal(newer)
    assert f"here are migrations that it has not had: {applied_migrations()[0]}" in refusal(older)


def test_other_tables_are_told(tmp_path):
    assert "it has other tables than this portal: a.B" in refusal(
        written(tmp_path / "f", counts={**dict.fromkeys(backed_up(), 0), "a.B": 1})
    )


def test_a_member_that_is_not_listed_is_noticed(tmp_path):
    with pytest.raises(Damaged):
        checked(written(tmp_path / "more", [("files/a", b"x")], digests={}))
    with pytest.raises(Damaged):
        checked(written(tmp_path / "other", [("files/a", b"x")], digests={"files/a": "0" * 64}))


def test_what_is_no_backup_is_told(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all, " * 20)

    assert "its seal does not fit its bytes" in refusal(path)
    assert "No such file" in refusal(tmp_path / "absent")


def test_an_existing_file_is_never_written_over(tmp_path):
    path = tmp_path / "file"
    path.write_text("mine")

    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", path)
    assert path.read_text() == "mine"


def test_a_damaged_byte_anywhere_is_noticed_before_anything_is_written(tmp_path):
    path = written(tmp_path / "file", [("files/a", b"what somebody wrote")])
    content, terms = path.read_bytes(), Sector.objects.count()
    places = [*range(0, len(content), 211), *range(len(content) - 3, len(content))]

    assert [place for place in places if _is_whole(path, _flipped(content, place))] == []
    assert [length for length in places if _is_whole(path, content[:length])] == []
    assert not _is_whole(path, content + b"\n")
    assert "its seal does not fit its bytes" in refusal(path)
    assert Sector.objects.count() == terms > 0
    assert _is_whole(path, content)


def _flipped(content, place):
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def _is_whole(path, content):
    path.write_bytes(content)
    try:
        check_seal(path)
    except Damaged:
        return False
    return True
