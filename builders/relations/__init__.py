"""Edges between things, as clauses, noun phrases and labels state them.

The folders in the order in which they build on each other; each imports only those before it:

    frames   frames of the lexicon put on clauses: which things fill which role
    clauses  constructions of clauses that no frame alone reads
    phrases  noun phrases and labels that state a relation without a verb
    posts    who holds which post, since when, and who belongs to what

proposals are relations as words propose them, admission asks for domain and range, relations has all of them.
"""
