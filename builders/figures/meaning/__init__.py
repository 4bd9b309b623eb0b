"""What a figure measures, construction by construction, and whose figure it is."""
