"""What became of plans: the promises of earlier reports, held against what later reports say of them.

sentences   a report's sentences: the words and things that each is about, what is done or denied in it
likeness    how much a sentence is about what a plan is about
cues        what a sentence says outright: as planned, given up, postponed, two of the five
verdicts    from a sentence and the dates to met, late, not met ...
fulfilment  the best sentence for each plan, and the assessments
"""
