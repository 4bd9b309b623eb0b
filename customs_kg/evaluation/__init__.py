"""Holds a built graph against a reading of its report by hand, so that whoever edits the lexicon sees what it does."""
