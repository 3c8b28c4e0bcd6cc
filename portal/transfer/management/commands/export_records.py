from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile

from django.core.management.base import BaseCommand, CommandError

from portal.records.registry import kind as kind_by_key
from portal.records.registry import kinds
from portal.transfer.bringing.exporting import names_of, rows_of
from portal.transfer.bringing.files import FORMS, TooLong
from portal.transfer.bringing.known import Known
from portal.transfer.bringing.progress import progress


class Command(BaseCommand):
    help = (
        "Writes all entries of a kind into a file that import_records reads again, unchanged: what is published, and"
        " the latest draft of what never was. The file holds everything, whoever may see it: keep it accordingly."
    )

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=[kind.key for kind in kinds()])
        parser.add_argument("--format", choices=FORMS, default="csv")
        parser.add_argument("--output", "-o", type=Path, help="the file to write; by default standard output")
        parser.add_argument("--published", action="store_true", help="leave out what was never published")

    def handle(self, *args, **options):
        kind, known = kind_by_key(options["kind"]), Known(None, is_admin=True)
        with progress(str(kind.label_plural), self.stderr.isatty()) as tell, self._opened(options["output"]) as file:
            rows = rows_of(kind, known, only_published=options["published"], tell=tell)
            try:
                FORMS[options["format"]](file, kind, names_of(kind), rows)
            except TooLong as refused:
                raise CommandError(str(refused)) from refused

    @contextmanager
    def _opened(self, path):
        if path is not None:
            with path.open("wb") as file:
                yield file
            return
        # Whole, and written at once: who calls the command from Python gives a stream of text, a terminal has bytes.
        with TemporaryFile() as file:
            yield file
            file.seek(0)
            self._sent(file)

    def _sent(self, file):
        stream = self.stdout._out
        if hasattr(stream, "buffer"):
            stream.flush()
            copyfileobj(file, stream.buffer)
            stream.buffer.flush()
        else:
            stream.write(file.read().decode("utf-8", "surrogateescape"))
