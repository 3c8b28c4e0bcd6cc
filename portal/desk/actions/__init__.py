"""Pages of follow-up actions: list, board, one action, an event's, forms, reporting by the link of a mail."""
