"""The vocabulary of customs-kg: terms, code lists, words for them, well-known bodies, shapes."""
