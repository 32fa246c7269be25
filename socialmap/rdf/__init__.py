"""The knowledge graph as RDF: entities as quads, the dataset with them, the questions asked of it."""
