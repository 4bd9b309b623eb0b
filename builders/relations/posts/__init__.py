"""Who holds which post, since when, and who belongs to what."""
