"""Figures in the cells of tables."""
