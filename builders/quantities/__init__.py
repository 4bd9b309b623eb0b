"""Numbers, units and sums of money as English writes them, and the numbers that are no figures."""
