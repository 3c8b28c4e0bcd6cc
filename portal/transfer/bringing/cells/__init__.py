"""What one cell can hold: each kind of value as text, and the text as value again.

Values are what a page or a row keeps: texts, numbers, days, primary keys, lists of them. `read(write(value)) == value`.
"""

from .cell import Cell
from .of_field import cell_for

__all__ = ["Cell", "cell_for"]
