"""Statements that cannot all be true, found by comparing what was built."""
