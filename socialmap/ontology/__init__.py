"""What the words mean: namespaces, the thesaurus and the files they come from."""
