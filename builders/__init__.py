"""Reads the prose of a report into the values of graph.model."""
