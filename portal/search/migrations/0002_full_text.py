"""The full-text index of each view: FTS5 tables kept by triggers on SQLite, partial GIN indexes on PostgreSQL.

AlterField on SQLite remakes a table and silently drops its triggers: a later migration that changes SearchText
must run `up` again (tests/search/test_projection.py watches that they are there).
"""

from django.db import migrations

VIEWS = ("public", "members", "restricted_card", "restricted_full")
COLUMNS = "title, summary, body, names"
# The tokenizer `ascii` takes every other character for a letter, so that words stay as analysis.py cut them.
SQLITE_UP = f"""
CREATE VIEW search_words_{{view}} AS SELECT document_id, {COLUMNS} FROM search_searchtext WHERE view = '{{view}}';
CREATE VIRTUAL TABLE search_fts_{{view}} USING fts5(
    {COLUMNS}, content='search_words_{{view}}', content_rowid='document_id', tokenize='ascii', prefix='2 3');
CREATE TRIGGER search_text_{{view}}_added AFTER INSERT ON search_searchtext WHEN new.view = '{{view}}' BEGIN
    INSERT INTO search_fts_{{view}}(rowid, {COLUMNS})
    VALUES (new.document_id, new.title, new.summary, new.body, new.names);
END;
CREATE TRIGGER search_text_{{view}}_removed AFTER DELETE ON search_searchtext WHEN old.view = '{{view}}' BEGIN
    INSERT INTO search_fts_{{view}}(search_fts_{{view}}, rowid, {COLUMNS})
    VALUES ('delete', old.document_id, old.title, old.summary, old.body, old.names);
END;
"""
SQLITE_DOWN = """
DROP TRIGGER search_text_{view}_added;
DROP TRIGGER search_text_{view}_removed;
DROP TABLE search_fts_{view};
DROP VIEW search_words_{view};
"""
# Without fastupdate: each search would else read through the list of what was published since the last vacuum.
POSTGRESQL_UP = """
CREATE INDEX search_text_{view} ON search_searchtext USING gin (vector) WITH (fastupdate = off) WHERE view = '{view}'
"""
POSTGRESQL_DOWN = "DROP INDEX search_text_{view}"


def up(apps, schema_editor):
    run(schema_editor.connection, SQLITE_UP, POSTGRESQL_UP)


def down(apps, schema_editor):
    run(schema_editor.connection, SQLITE_DOWN, POSTGRESQL_DOWN)


def run(connection, sqlite, postgresql):
    with connection.cursor() as cursor:
        for view in VIEWS:
            if connection.vendor == "sqlite":
                for statement in split(sqlite.format(view=view)):
                    cursor.execute(statement)
            else:
                cursor.execute(postgresql.format(view=view))


def split(script):
    """The statements of a script; a trigger ends with END."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        is_trigger = statement.startswith("CREATE TRIGGER")
        if line.endswith("END;" if is_trigger else ";"):
            yield statement
            statement = ""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_tables")]
    operations = [migrations.RunPython(up, down)]
