"""What a catalogue says, into drafts of data holdings: field by field, and never over what a person wrote."""
