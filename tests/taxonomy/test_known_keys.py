"""What code names of an open vocabulary, nobody can replace: found as the texts that stand in the code."""

import ast
from pathlib import Path

from django.conf import settings

from portal.core.rooms import ROOMS
from portal.taxonomy.files import DATA, read
from portal.taxonomy.models import AccessMethod, Audience, OrganisationType, ParticipantRole, Sector
from portal.taxonomy.vocabularies import vocabulary_of

MODELS = (AccessMethod, Audience, OrganisationType, ParticipantRole, Sector)
NO_CODE = ("migrations", "settings", "content", "taxonomy")
"""Readers of first content name its columns and people; what they need of a vocabulary, its features name too."""
OTHER_THINGS = {
    # An app, a part of a form, a role that a giver of data has not, whoever wrote a post.
    (OrganisationType, "media"), (OrganisationType, "other"), (ParticipantRole, "donor"), (ParticipantRole, "author"),
    # How data that were asked for are handed over.
    (AccessMethod, "on_site"),
    # An example in the description of the interface for programs.
    (Sector, "wash"),
}  # fmt: skip


def keys_of(model):
    return {row.cells["key"] for file in vocabulary_of(model).files for row in read(file, DATA, ("key",))}


def texts_in_code():
    for room in ROOMS:
        for path in Path(settings.BASE_DIR, room).rglob("*.py"):
            if not set(NO_CODE) & set(path.parts):
                nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                yield from (node.value for node in nodes if isinstance(node, ast.Constant))


def test_keys_that_code_names_are_known():
    texts = {text for text in texts_in_code() if isinstance(text, str)}
    named = {(model, key) for model in MODELS for key in keys_of(model) & texts} - OTHER_THINGS

    assert len(named) > 30
    assert {(model.__name__, key) for model, key in named if key not in vocabulary_of(model).known} == set()
