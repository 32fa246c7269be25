"""Thinking together: bundling, gaps, vulnerability, signals, positions, reciprocity."""
