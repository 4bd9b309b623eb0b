"""Frames of the lexicon put on clauses: what a clause says, and which things fill its roles."""
