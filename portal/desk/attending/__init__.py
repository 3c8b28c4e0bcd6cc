"""Pages of who is invited to an event and who comes; the page behind the link of an invitation."""
