"""How well the first content is found: nDCG@10 over judged questions, in a database of its own.

`python -m tests.bench.judged`, which fails below TARGET; relevance is graded 3 (answers it), 2 (helps), 1 (touches it).
"""

import csv
import math
import sys
from pathlib import Path

from tests.bench.database import choose, create

QUERIES = Path(__file__).parents[1] / "search" / "data" / "judged_queries.csv"
TARGET = 0.80


def read():
    """Pairs of a question and the grades of what answers it, by the id in the first content."""
    with QUERIES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield (
                row["query"],
                {name: int(grade) for name, grade in (one.split(":") for one in row["relevant"].split())},
            )


def ndcg(found, grades):
    """Normalised discounted cumulative gain of the first ten."""
    gain = sum((2 ** grades.get(name, 0) - 1) / math.log2(place + 2) for place, name in enumerate(found[:10]))
    best = sum(
        (2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(sorted(grades.values(), reverse=True)[:10])
    )
    return gain / best


def main():
    choose("portal_judged")
    import logging

    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.core.management import call_command
    from django.db import connection
    from django.http import QueryDict

    from portal.records.models import RecordPage
    from portal.search.engines import engine
    from portal.search.query import RecordQuery

    create(connection, "portal_judged")
    call_command("migrate", verbosity=0)
    call_command("setup_portal", verbosity=0)
    call_command("load_content", verbosity=0)
    ids = {page.key: page.source_id for page in RecordPage.objects.live()}
    scores = []
    for text, grades in read():
        parameters = QueryDict(mutable=True)
        parameters["q"] = text
        hits = engine().search(RecordQuery.from_parameters(parameters), None, "en").hits
        found = [ids.get(hit.key) or hit.title for hit in hits]
        scores.append((ndcg(found, grades), text, found[:4]))
    for score, text, found in sorted(scores)[:12]:
        print(f"{score:.2f}  {text}  ->  {', '.join(found)}")
    mean = sum(score for score, _, _ in scores) / len(scores)
    print(f"{connection.vendor}: nDCG@10 {mean:.3f} over {len(scores)} questions (target {TARGET})")
    sys.exit(mean < TARGET)


if __name__ == "__main__":
    main()
