"""customs-kg: a customs administration's annual report as a knowledge graph that shows its evidence."""

from customs_kg.knowledge_graph import KnowledgeGraph

__all__ = ["KnowledgeGraph", "__version__"]

__version__ = "0.1.0"
