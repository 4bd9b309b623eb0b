"""The things that a report names or describes: found, typed and joined into one thing each.

The folders in the order in which they build on each other; each imports only those before it:

    known         what is known before a report is read: names, nouns with their class, territories
    names         capitalised words, quotations, codes, persons
    descriptions  what has no name: lower-case phrases, goods, kinds of work, heads of rows
    classing      what a name names, by its words and by its company
    references    pronouns and nouns that refer back
    joining       candidates of one name made one thing; the agency under its names

naming has all candidates of a passage, things has the things of a report with every mention.
"""
