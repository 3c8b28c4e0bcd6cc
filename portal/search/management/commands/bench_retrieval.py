from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.search.retrieval.collection import NotACollection, read
from portal.search.retrieval.judging import NotAnswered, scores_of_plain, scores_of_store
from portal.search.retrieval.plain import K1, B
from portal.search.retrieval.stores import stores


class Command(BaseCommand):
    help = (
        "Says how well search finds in a judged collection (BEIR's form: corpus.jsonl, queries.jsonl, qrels/test.tsv "
        "or qrels.tsv), beside plain BM25: on SQLite, on PostgreSQL where TEST_DATABASE_URL or DATABASE_URL names one, "
        "on Elasticsearch where ELASTICSEARCH_URL is set. It writes to stores of its own, and removes them."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--language", choices=dict(settings.LANGUAGES), default="en", help="of texts and questions")

    def handle(self, *, folder, language, **options):
        try:
            judged = read(folder)
            self.stdout.write(f"{len(judged.texts)} texts, {len(judged.questions)} questions")
            plain = scores_of_plain(judged, language)
            self.stdout.write(f"{'':<28}{'nDCG@10':>9}{'recall@10':>11}{'of plain':>10}")
            self._say(f"plain BM25 (k1 {K1}, b {B})", plain, plain)
            for name, store in stores().items():
                self._say(name, scores_of_store(judged, language, store), plain)
        except (NotACollection, NotAnswered) as error:
            raise CommandError(str(error)) from error

    def _say(self, name, scores, plain):
        part = f"{scores.ndcg / plain.ndcg:>10.1%}" if plain.ndcg else ""
        self.stdout.write(f"{name:<28}{scores.ndcg:>9.4f}{scores.recall:>11.4f}{part}")
        self.stdout.flush()
