"""English words, verb groups and clauses, whatever the text is about."""
