"""Data from outside: one format per file, every file behind the same guard, every import in two steps."""
