"""Readings by hand of the real report, held as offsets: what a careful analyst finds in it."""
