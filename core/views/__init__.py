"""What doors show and no noun can say alone: questions over the tables of several nouns. Nothing is changed here."""
