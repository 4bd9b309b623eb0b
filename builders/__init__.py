"""Reads the prose of a report into the values of graph.model.

The packages in the order in which a report goes through them; each imports only those before it:

    english     words, verb groups, clauses, whatever the text is about
    times       times and periods
    quantities  numbers, units, sums of money
    reading     text to lines, blocks, sections and segments, each with its place in the stored text
    inputs      files of other kinds to such text
    document    a report as it is read: sections and passages with their quantities and times
    parse       passages to words and clauses
    things      what is named or described, one thing each
    figures     what each figure measures, of what period, and where figures disagree
    relations   edges between things
    actions     results and plans
    coverage    what gave nothing
    pipeline    all of these steps, from bytes to facts
    fulfilment  what later reports say became of the plans of earlier ones
"""
