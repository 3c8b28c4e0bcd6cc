"""Contributing without the admin: short forms, drafts of one's own, sending for review."""
