"""Search beside the same by hand with 1,000 and 10,000 texts on each store; with `--large` also 100,000.

`python -m tests.bench.scale`: SQLite always, PostgreSQL where TEST_DATABASE_URL names one, Elasticsearch where
ELASTICSEARCH_URL is set, and beside it a cluster of several nodes where BENCH_CLUSTER_URL names them, with commas
between them. Everything is written to stores to throw away (portal/search/retrieval/stores.py).
"""

import os
import sys

COUNTS, LARGE = (1_000, 10_000), 100_000
MADE = 10_000
"""Texts that are made one by one; more are made of these (multiplied.py)."""


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    import logging

    import django

    django.setup()
    logging.disable(logging.INFO)
    from tests.bench import generated

    questions = generated.sample_words()
    print(f"broad, typical and rare: {', '.join(questions)}")
    for count in (*COUNTS, *([LARGE] if "--large" in sys.argv else [])):
        made = list(generated.texts(min(count, MADE)))
        columns = {}
        for store, lines in _measured(made, count, questions):
            columns[store] = {}
            for line in lines:
                columns[store][line.name] = line
                print(f"{count} texts, {store}: {line.name}: {line}", flush=True)
        print(_table(count, columns), flush=True)


def _measured(made, count, questions):
    """By the names of the stores, their Lines as they are measured; those of clusters on the tables of SQLite."""
    from portal.search.retrieval import stores
    from tests.bench import measures

    databases = {"SQLite": stores.sqlite, "PostgreSQL": stores.postgresql}
    for name, database in databases.items():
        if name not in stores.stores():
            continue
        with database():
            yield name, measures.of_database(made, count // len(made), questions)
            for urls in _clusters() if name == "SQLite" else ():
                with stores.indices(urls) as build:
                    nodes = f"Elasticsearch, nodes: {measures.node_count()}"
                    yield nodes, measures.of_cluster(build, count, questions)


def _clusters():
    """The addresses of each cluster that there is."""
    found = (os.environ.get(name, "") for name in ("ELASTICSEARCH_URL", "BENCH_CLUSTER_URL"))
    return [urls.split(",") for urls in found if urls]


def _table(count, columns):
    """What was measured as a table of Markdown: ours, and by hand."""
    names = dict.fromkeys(name for lines in columns.values() for name in lines)
    rows = [[f"{count:,} texts: ours / by hand", *columns], ["---"] * (len(columns) + 1)]
    rows += [[name, *(str(lines.get(name, "")) for lines in columns.values())] for name in names]
    return "\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


if __name__ == "__main__":
    main()
