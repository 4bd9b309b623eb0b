"""The graph in the formats of other tools: RDF syntaxes, JSON-LD, networks for Gephi, and tables."""
