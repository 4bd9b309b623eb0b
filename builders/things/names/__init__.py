"""Names: runs of capitalised words, quotations, codes and persons, each with what it names."""
