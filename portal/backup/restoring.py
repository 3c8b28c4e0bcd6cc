"""Puts a backup into an empty portal: rows and files in one transaction, then what is made from them."""

import gzip
from collections import Counter

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Site

from portal.access.models import RecordIdentity
from portal.backup import rows
from portal.backup.archive import Damaged
from portal.backup.left_out import backed_up, commands, emptied
from portal.backup.numbering import set_last_numbers
from portal.backup.private_files import put_back
from portal.backup.reading import contents
from portal.directory.erased_list import write_down
from portal.directory.erasing_again import erase_again


class NotEmpty(Exception):
    """There is a portal already, which a restore would overwrite."""


def check_empty():
    """Raises NotEmpty unless nothing but the tables and `setup_portal` is here: nobody's account, no entry."""
    people, entries = get_user_model().objects.count(), RecordIdentity.objects.count()
    if people or entries:
        raise NotEmpty(
            f"this portal has {people} accounts and {entries} entries, which would be lost. A backup goes into an "
            "empty one: a new database that had `manage.py migrate` and nothing else"
        )


def restore(path, manifest, listed):
    """Puts rows and files back as they were, without the people who are `listed` as erased; returns how many of them.

    All or nothing: after an error the database is as before, and the files that were written are gone.
    """
    written = []
    try:
        with transaction.atomic():
            rows.empty(emptied())
            _load(path, manifest, written)
            set_last_numbers(backed_up().values(), manifest.numbers)
            connection.check_constraints()
            _check_counts(manifest)
            back = erase_again(listed)
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    write_down()
    return back


def make_anew(tell=lambda command: None):
    """Runs the commands that make what a backup leaves out; `tell(command)` before each."""
    for command in commands():
        tell(command)
        call_command(command, verbosity=0)


def _load(path, manifest, written):
    models = backed_up()
    for name, stream in contents(path, manifest):
        place, _, rest = name.partition("/")
        if place == "rows":
            rows.insert(models[rest.partition("/")[0]], gzip.decompress(stream.read()).splitlines())
        else:
            written.append(rest)
            put_back(rest, stream)


def _check_counts(manifest):
    found = Counter({label: rows.count(model) for label, model in backed_up().items()})
    if wrong := {label for label, count in manifest.counts.items() if found[label] != count}:
        raise Damaged(f"it holds other rows than it lists: {', '.join(sorted(wrong))}")
