"""What a report says, as values and as RDF: model, writer, store, checks, network and page."""
