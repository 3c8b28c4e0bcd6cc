"""What waits for one person, what they wrote, what the portal says about their organisation's data."""
