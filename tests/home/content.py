"""What the tests of first content share: what is there, and a folder with a changed file."""

import shutil
from collections import Counter
from contextlib import contextmanager

import yaml
from django.db import transaction
from wagtail.models import Page, Revision

from portal.access.models import AuditEntry, Grant, RecordIdentity
from portal.directory.models import Member, Membership, Organisation
from portal.home.content import DATA
from portal.records.models import RecordLink, RecordPage
from portal.search.models import RecordDocument
from portal.users.models import User

MODELS = (Page, Revision, RecordPage, RecordLink, Organisation, RecordIdentity, AuditEntry, Grant, Member, Membership,
          User, RecordDocument)  # fmt: skip


@contextmanager
def taken_back():
    """What is written inside is taken back at its end: for a load that the tests of a module share."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def entries(file, folder=DATA):
    """The entries of a file, as they stand there; of one that holds a single entry, that."""
    values = yaml.safe_load((folder / f"{file}.yaml").read_text(encoding="utf-8"))
    return [values] if isinstance(values, dict) else values


def rows():
    """How many rows of each model there are."""
    return Counter({model._meta.label: model.objects.count() for model in MODELS})


def versions():
    """What a second load might touch: the latest revision and identity version of each record."""
    identities = dict(RecordIdentity.objects.values_list("key", "version"))
    return identities, dict(RecordPage.objects.values_list("pk", "latest_revision"))


def changed_copy(folder, file, entry_id, change):
    """A copy of the data in `folder`, in which `change(entry)` altered one entry."""
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    values = entries(file)
    change(next(entry for entry in values if entry["id"] == entry_id))
    (folder / f"{file}.yaml").write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    return folder
