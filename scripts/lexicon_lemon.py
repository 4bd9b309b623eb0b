"""Write the lexicon as OntoLex-Lemon in Turtle: `python scripts/lexicon_lemon.py > lexicon.ttl`."""

from __future__ import annotations

import sys

from pyoxigraph import RdfFormat, serialize

from customs_kg.ontology.iris import CK, CKT, RDFS
from customs_kg.ontology.lemon import PREFIXES, lexicon_triples


def main() -> int:
    """Write to standard output."""
    prefixes = {"ck": CK, "ckt": CKT, "rdfs": RDFS, **PREFIXES}
    sys.stdout.buffer.write(serialize(lexicon_triples(), format=RdfFormat.TURTLE, prefixes=prefixes) or b"")
    return 0


if __name__ == "__main__":
    sys.exit(main())
