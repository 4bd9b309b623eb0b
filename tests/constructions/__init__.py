"""Grammar times words: many constructions, each with many names or verbs."""
