"""Pages of the day of an event: capturing in a session, the report back, sheets that are filled in by the event's code."""
