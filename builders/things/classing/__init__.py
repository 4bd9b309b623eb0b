"""What a name names: by its own words, by those beside it, by its company throughout the report."""
