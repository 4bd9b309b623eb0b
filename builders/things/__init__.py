"""The things that a report names or describes: found, typed and joined into one thing each."""
