"""What one does with a partnership idea on its page: support it, answer for an organisation, say how far it is."""
