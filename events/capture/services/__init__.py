"""What is done on the day of an event and after it: each function is one act."""

from .arranging import join_lines, order_lines, separate_line
from .capturing import LineElsewhere, capture_line, said_of, warning_of
from .codes import as_code, code_of, make_code, revoke_code
from .filling import fill_in_lines, take_out_lines
from .making import make_entries
from .sheets import confirm_sheet, decline_sheet, send_sheet

__all__ = [
    "LineElsewhere", "as_code", "capture_line", "code_of", "confirm_sheet", "decline_sheet", "fill_in_lines",
    "join_lines", "make_code", "make_entries", "order_lines", "revoke_code", "said_of", "send_sheet", "separate_line",
    "take_out_lines", "warning_of",
]  # fmt: skip
