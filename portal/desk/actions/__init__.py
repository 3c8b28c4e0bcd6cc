"""Pages of follow-up actions: list, board, one action, what came of an event's, forms, reporting by the link of a mail."""
