"""What may point at a term, and how: the rules that replacing stands on."""

from django.apps import apps
from django.db import models
from wagtail.blocks import ChooserBlock
from wagtail.fields import StreamField

from portal.taxonomy.models import Term


def test_no_stream_holds_a_term():
    """Terms stand in fields and rows, which are retagged; a block would keep the old term for ever."""
    choosers = [
        (model, block)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
        for block in _blocks(field.stream_block)
        if isinstance(block, ChooserBlock) and issubclass(block.model_class, Term)
    ]

    assert choosers == []


def _blocks(block):
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from _blocks(child)
    if hasattr(block, "child_block"):
        yield from _blocks(block.child_block)


def test_every_foreign_key_to_a_term_protects_it():
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=False)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and issubclass(field.related_model, Term)
        and field.remote_field.on_delete is not models.PROTECT
    ]

    assert loose == []
