"""Pages of the day of an event: capturing in a session, the report back, sheets by the code of the event."""
