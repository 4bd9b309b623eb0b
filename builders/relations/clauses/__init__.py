"""Constructions of clauses that no frame alone reads."""
