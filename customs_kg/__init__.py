"""customs-kg: a customs administration's annual report as a knowledge graph that shows its evidence."""

__version__ = "0.1.0"
