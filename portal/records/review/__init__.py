"""Review and access in the admin: the queue, the decision, one's own submissions, and what works at once."""
