"""The question library and SPARQL over a built graph."""
