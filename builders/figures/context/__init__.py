"""What stands around a figure: its clause, its times, the words of change, the passages before it."""
