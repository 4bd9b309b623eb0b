"""Words that refer back to a thing: pronouns, definite nouns, a noun that stands for one body throughout."""
