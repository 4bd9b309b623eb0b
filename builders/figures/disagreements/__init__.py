"""Figures that disagree, found by comparing all of them."""
