"""The graph in the formats of other tools: RDF syntaxes, JSON-LD, networks for Gephi, and tables."""

ONE_FILE = (
    "turtle", "trig", "nquads", "ntriples", "rdfxml", "jsonld", "jsonld-framed", "graphml", "gexf",
)  # fmt: skip
FOUR_TABLES = ("csv", "parquet")
FORMATS = (*ONE_FILE, *FOUR_TABLES)
