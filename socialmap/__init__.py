"""socialmap: one knowledge graph of a neighbourhood's *sociale basis*, mapped and searched."""

__version__ = "0.1.0"
