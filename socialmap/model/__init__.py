"""The nouns of the sociale basis: frozen dataclasses and enums, without files, clock or network."""
