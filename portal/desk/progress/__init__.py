"""Progress by quarter and by event: each figure with the entries behind it, and in sentences for a report."""
