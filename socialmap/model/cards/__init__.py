"""The invitation card in the languages of residents: its words, and how a moment and a price are told."""
