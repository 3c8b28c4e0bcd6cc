import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from portal.search.models import RecordDocument
from portal.search.retrieval import stores
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def said(folder, *arguments):
    out = StringIO()
    call_command("bench_retrieval", str(folder), *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_each_store_is_told_beside_plain_bm25(folder):
    make_record(title="Drones mapped the wells")

    lines = said(folder)

    assert lines[0] == "3 texts, 2 questions"
    expected = ["plain BM25 (k1 1.2, b 0.75)", *stores.stores()]
    assert [line[:28].strip() for line in lines[2:]] == expected
    assert all(line.split()[-3:] == ["1.0000", "1.0000", "100.0%"] for line in lines[2:])
    assert RecordDocument.objects.count() == 1


def test_a_folder_without_a_collection_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="There is no"):
        said(tmp_path)


@pytest.mark.parametrize("name", stores.stores())
def test_a_store_is_empty_and_gone_after_an_error(name):
    make_record(title="Drones mapped the wells")
    usual = connections["default"]

    def fail():
        with stores.stores()[name]():
            assert connections["default"] is not usual
            raise OSError(str(RecordDocument.objects.count()))

    with pytest.raises(OSError, match=r"^0$"):
        fail()

    assert connections["default"] is usual
    assert RecordDocument.objects.count() == 1
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'retrieval_%%'")
            assert cursor.fetchone() == (0,)


def test_postgresql_and_the_cluster_are_stores_where_they_are_named():
    named = {
        "PostgreSQL": os.environ.get("TEST_DATABASE_URL", "").startswith("postgres"),
        "Elasticsearch": bool(os.environ.get("ELASTICSEARCH_URL")),
    }

    assert set(stores.stores()) == {"SQLite", *(name for name, is_named in named.items() if is_named)}
