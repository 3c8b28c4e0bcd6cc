"""`manage.py offline_bundle`: what it writes where, and what it says when it cannot."""

import io

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from portal.offline import building
from portal.offline.printing import can_print
from portal.taxonomy.models import Country
from tests.factories.records import make_record
from tests.offline.bundles import Opened

pytestmark = pytest.mark.django_db
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")


@pytest.fixture
def iraq():
    return make_record(title="About Iraq", countries=[Country.objects.get(key="irq")])


@pytest.fixture
def ukraine():
    return make_record(title="About Ukraine", countries=[Country.objects.get(key="ukr")])


def told(path, *arguments):
    out = io.StringIO()
    call_command("offline_bundle", str(path), *arguments, stdout=out)
    return out.getvalue()


def test_it_writes_all_and_says_so(tmp_path, iraq, ukraine):
    path = tmp_path / "portal.zip"

    said = told(path)
    bundle = Opened(path.read_bytes())

    assert said.startswith(f"{len(bundle.codes())} entries, {len(bundle.names)} files, {path.stat().st_size:,} bytes")
    assert bundle.codes() >= {iraq.identity.code, ukraine.identity.code}
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", ["IRQ", "irq"])
def test_of_one_country_it_holds_what_the_list_of_the_country_holds(code, tmp_path, iraq, ukraine):
    path = tmp_path / "iraq.zip"

    told(path, "--country", code, "--language", "fr")
    bundle = Opened(path.read_bytes())

    assert bundle.codes() == {iraq.identity.code}
    assert bundle.folder == "portal-fr-irq"
    assert {name for name in bundle.names if name.startswith("countries/")} == {"countries/irq.html"}
    assert "<h1>" in bundle.text("index.html")
    assert bundle.text("index.html").count("Iraq") > 1
    assert (bundle.described()["language"], bundle.described()["country"]) == ("fr", "Iraq")


@pytest.mark.parametrize(("country", "said"), [("XQZ", "There is no country XQZ"), ("FJI", "no .* entry about FJI")])
def test_a_country_without_entries_leaves_what_was_there(country, said, tmp_path, iraq):
    path = tmp_path / "portal.zip"
    path.write_bytes(b"the one before")

    with pytest.raises(CommandError, match=said):
        told(path, "--country", country)

    assert path.read_bytes() == b"the one before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_fault_on_the_way_leaves_what_was_there(tmp_path, iraq, monkeypatch):
    path = tmp_path / "portal.zip"
    path.write_bytes(b"the one before")

    def fails(*_arguments):
        raise OSError("no space left")

    monkeypatch.setattr(building, "described", fails)
    with pytest.raises(CommandError, match="Nothing was written: no space left"):
        told(path)

    assert path.read_bytes() == b"the one before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path, iraq):
    with pytest.raises(CommandError, match="Nothing was written"):
        told(tmp_path / "nowhere" / "portal.zip")


def test_cells_are_no_formulas_and_pages_no_markup(tmp_path):
    pages = [make_record(title=title, summary="<script>alert(1)</script>") for title in HOSTILE]
    path = tmp_path / "portal.zip"

    told(path)
    bundle = Opened(path.read_bytes())

    table = bundle.text("csv/case-studies.csv")
    assert [title for title in HOSTILE if f'"{title}"' in table] == []
    assert [name for name, page in bundle.pages().items() if "<script>alert" in page] == []
    assert {page.identity.code for page in pages} <= bundle.codes()


@pytest.mark.skipif(not can_print(), reason="this machine makes no PDFs")
def test_with_pdf_each_entry_is_a_file_to_print(tmp_path, iraq, ukraine):
    path = tmp_path / "portal.zip"

    told(path, "--pdf", "--language", "ar")
    bundle = Opened(path.read_bytes())

    assert {name for name in bundle.names if name.startswith("pdf/")} == {f"pdf/{code}.pdf" for code in bundle.codes()}
    pages = PdfReader(io.BytesIO(bundle.files[f"pdf/{iraq.identity.code}.pdf"])).pages
    text = "".join(page.extract_text() for page in pages)
    assert "About Iraq" in text
    assert f"/r/{iraq.identity.code}" in text
    told(path, "--pdf", "--language", "ar")
    again = Opened(path.read_bytes())
    assert again.names == bundle.names
