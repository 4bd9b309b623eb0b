"""Times and periods as English writes them."""
