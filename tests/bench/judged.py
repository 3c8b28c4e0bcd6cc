"""How well the first content is found: nDCG@10 and recall@10 over judged questions, by language and store.

`python -m tests.bench.judged`, in a database of its own; fails below the floors of tests/search/judged.py. On
Elasticsearch too where ELASTICSEARCH_URL is set.
"""

import os
import sys

from tests.bench.database import choose, create

NDCG, RECALL = 0.88, 0.90
WORST = 4


def main():
    choose("portal_judged")
    import logging

    import django

    django.setup()
    logging.disable(logging.INFO)
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    create(connection, "portal_judged")
    call_command("migrate", verbosity=0)
    call_command("setup_portal", verbosity=0)
    call_command("load_content", verbosity=0)
    is_met = told(connection.vendor)
    if os.environ.get("ELASTICSEARCH_URL"):
        from portal.search.cluster.building import build

        settings.SEARCH_ENGINE, settings.ELASTICSEARCH_INDEX = "elasticsearch", "bench-judged"
        build()
        is_met = told("elasticsearch") and is_met
    sys.exit(not is_met)


def told(store):
    """Prints how good the engine in force is, beside the targets; whether it is above the floors."""
    from tests.search.judged import FLOORS, answers, means

    answered, is_met = answers(), True
    for language, (ndcg, recall) in means(answered).items():
        for answer in sorted(answered[language], key=lambda each: each.ndcg)[:WORST]:
            print(f"{answer.ndcg:.2f}  {answer.question}  ->  {', '.join(answer.found[:4])}")
        is_met = is_met and ndcg >= FLOORS[language][0] and recall >= FLOORS[language][1]
        verdict = "met" if ndcg >= NDCG and recall >= RECALL else "MISSED"
        figures = f"nDCG@10 {ndcg:.3f}, recall@10 {recall:.3f}"
        print(f"{store}, {language}: {figures} (targets {NDCG}, {RECALL}: {verdict})", flush=True)
    return is_met


if __name__ == "__main__":
    main()
