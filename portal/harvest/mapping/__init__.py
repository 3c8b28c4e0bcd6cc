"""From the words of a catalogue to the portal's: vocabularies, organisations, languages, values of fields."""
