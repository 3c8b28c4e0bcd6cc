"""Terms and glossary words that no file of `data/` has."""

import factory
from factory.django import DjangoModelFactory

from portal.taxonomy.models import BarrierKind, Country, DataKind, GlossaryTerm, Sector


class TermFactory(DjangoModelFactory):
    """The base of the others: `key`, and labels made of it in three languages."""

    class Meta:
        abstract = True

    key = factory.Sequence(lambda number: f"made_{number}")
    label_en = factory.LazyAttribute(lambda term: f"{term.key} in English")
    label_fr = factory.LazyAttribute(lambda term: f"{term.key} en français")
    label_ar = factory.LazyAttribute(lambda term: f"{term.key} بالعربية")


class SectorFactory(TermFactory):
    class Meta:
        model = Sector


class DataKindFactory(TermFactory):
    class Meta:
        model = DataKind


class BarrierKindFactory(TermFactory):
    class Meta:
        model = BarrierKind


class CountryFactory(TermFactory):
    class Meta:
        model = Country


class GlossaryTermFactory(DjangoModelFactory):
    class Meta:
        model = GlossaryTerm

    key = factory.Sequence(lambda number: f"word_{number}")
    term_en = factory.LazyAttribute(lambda term: term.key)
    definition_en = "What it means."
