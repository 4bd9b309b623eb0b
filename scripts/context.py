"""Write ontology/context.jsonld from the vocabulary: run it after a change of classes or properties."""

from pathlib import Path

from customs_kg.ontology.context import CONTEXT_FILE, write_context

if __name__ == "__main__":
    target = Path(__file__).parent.parent / "ontology" / CONTEXT_FILE
    target.write_text(write_context(), encoding="utf-8", newline="\n")
    print(f"wrote {target.name}")
