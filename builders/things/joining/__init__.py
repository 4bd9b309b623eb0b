"""Candidates of one name joined to one thing, by labels and short forms; the agency under its names."""
