"""Edges between things, as clauses, noun phrases and labels state them."""
