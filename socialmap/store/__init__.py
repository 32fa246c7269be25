"""The truth: a journal of every accepted change, and the catalogue that reads and writes it."""
