"""What each figure of a report measures, of what period, and where figures disagree.

The folders in the order in which they build on each other; each imports only those before it:

    context        what stands around a figure: clause, times, words of change, passages before it
    meaning        what it measures, construction by construction, and whose figure it is
    tables         figures in cells
    disagreements  figures that disagree, found by comparing all of them

figures has the reading of a report, indicators what figures measure, output the observations.
"""
