"""The columns of a kind: one table of what stands in its files, made of the kind's table of fields."""

from .column import Column
from .of_kind import columns_of

__all__ = ["Column", "columns_of"]
