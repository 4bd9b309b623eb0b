"""Relations that noun phrases and labels state without a verb."""
