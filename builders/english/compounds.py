"""Compounds of a name and a participle, which tell whose doing something is: "an *A-led* operation"."""

import re

DOING = re.compile(
    r"-(?:led|run|funded|financed|backed|sponsored|supported|chaired|headed|built|developed|made|supplied|donated|owned|"
    r"operated|managed|hosted|coordinated|organi[sz]ed|based|initiated|administered)\b"
)
