"""Stored bytes to text, lines, blocks, sections and segments, each with its place in the stored text."""
