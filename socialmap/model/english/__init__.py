"""The engine's sentences in English: whole sentences in a table, those made of parts by namesakes."""
