"""`python -m customs_kg`: the same as the command `customs-kg`."""

from customs_kg.cli import main

main()
