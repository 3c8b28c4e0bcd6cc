"""A file as a plain table of texts: CSV, XLSX or JSON, told apart by what is in them and not by their name."""

from .opening import read_table
from .table import FOR_MEMBERS, FOR_OPERATORS, Limits, Line, Table

__all__ = ["FOR_MEMBERS", "FOR_OPERATORS", "Limits", "Line", "Table", "read_table"]
