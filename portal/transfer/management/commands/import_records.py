from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from portal.records.registry import kind as kind_by_key
from portal.records.registry import kinds
from portal.transfer.bringing.known import Known
from portal.transfer.bringing.planning import Outcome
from portal.transfer.bringing.progress import progress
from portal.transfer.bringing.running import bring
from portal.transfer.bringing.sheets import FOR_OPERATORS, read_table
from portal.transfer.bringing.wrong import Unreadable

MOST_SHOWN = 500


class Command(BaseCommand):
    help = (
        "Brings the entries of a file (CSV, XLSX or JSON) as drafts and sends them for review as one submission. All of"
        " it is written, or nothing, with every wrong cell by row and column. Entries are known by their code: what"
        " says the same is left. Organisations come first, then the other kinds in any order: what a file names and is"
        " not here yet is kept for the file that brings it."
    )

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=[kind.key for kind in kinds()])
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would come of it, and write nothing")
        parser.add_argument("--by", metavar="EMAIL", help="who brings it, an administrator; by default the first one")

    def handle(self, *args, **options):
        kind, user = kind_by_key(options["kind"]), self._by(options["by"])
        table = self._table(options["file"])
        with progress(str(kind.label_plural), self.stderr.isatty()) as tell:
            title = f"{kind.label_plural}: {options['file'].name}"
            known = Known(user, is_admin=True)
            brought = bring(table, kind, known, title=title, dry_run=options["dry_run"], tell=tell)
        if brought.wrong:
            raise CommandError(_sentences(brought.wrong))
        self._say(brought, options["dry_run"])

    def _by(self, email):
        administrators = get_user_model().objects.filter(is_superuser=True, is_active=True).order_by("pk")
        if not email:
            return administrators.first()
        found = administrators.filter(email=email.strip().lower()).first()
        if found is None:
            raise CommandError(f"{email} is no administrator.")
        return found

    def _table(self, path):
        try:
            with path.open("rb") as file:
                return read_table(file, FOR_OPERATORS)
        except OSError as refused:
            raise CommandError(f"{path} cannot be read: {refused.strerror}.") from refused
        except Unreadable as refused:
            raise CommandError(f"Nothing was written. {' '.join(refused.messages)}") from refused

    def _say(self, brought, is_dry):
        counts = ", ".join(
            f"{brought.counts[outcome]} {outcome.value}" for outcome in Outcome if brought.counts[outcome]
        )
        self.stdout.write(f"{'Would be' if is_dry else 'Rows'}: {counts or 'none'}.")
        if brought.sent:
            self.stdout.write(f"Sent for review as one submission: {brought.sent}.")
        if brought.unanswered:
            self.stdout.write(f"Drafts, of which nobody has said who may see them: {brought.unanswered}.")


def _sentences(wrong):
    shown = [f"  {each}" for each in wrong[:MOST_SHOWN]]
    more = [f"  … and {len(wrong) - MOST_SHOWN} more."] if len(wrong) > MOST_SHOWN else []
    return "\n".join([f"Nothing was written: {len(wrong)} things are wrong.", *shown, *more])
